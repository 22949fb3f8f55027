import { Router } from 'express';
import type { ViewWords } from '../../content/views.ts';
import type { Block, LetterDocument } from '../../letters/document.ts';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';
import { formatNamed, sendFile } from './document-files.ts';
import { ombudsmanBlocks, ombudsmanView } from './ombudsman-view.ts';
import { withRecord } from './record-access.ts';
import { type EntryView, type RecordView, recordView } from './record-view.ts';

/** The whole record to print or file, with the notes only if asked for. */
export function recordSheetPages(services: PageServices): Router {
  const router = Router();

  router.get(
    '/journey/:id/record.:format',
    withRecord(services, async (request, response, open) => {
      const format = formatNamed(request);
      if (format === 'docx') throw new HttpError('not-found');
      const view = recordView(open, services.content);
      const hasNotes = request.query.notes === 'yes';
      const sheet = recordSheet(
        view,
        services.content.views.record[open.reader].labels,
        open.today,
        hasNotes,
      );
      const list = ombudsmanView(open, services.content, view);
      const document = list ? { ...sheet, blocks: [...sheet.blocks, ...ombudsmanBlocks(list)] } : sheet;
      await sendFile(services, request, response, { document, name: 'record', format, journey: open.id });
    }),
  );

  return router;
}

/** The record as a document: what is waited for, then what has happened, day by day. */
function recordSheet(
  view: RecordView,
  labels: ViewWords['labels'],
  today: Day,
  hasNotes: boolean,
): LetterDocument {
  const heading = (text: string): Block => ({ kind: 'heading', text });
  const waits = view.waits.map(({ name, day, isOverdue }) => {
    const text = labels.by!.replace('{what}', () => name).replace('{day}', () => day);
    return { text: isOverdue ? `${text}. ${labels.overdue!}` : text };
  });
  return {
    title: labels.sheet!,
    blocks: [
      { kind: 'subject', text: labels.sheet! },
      { kind: 'paragraph', sentences: [{ text: labels.printed!.replace('{day}', spellDay(today)) }] },
      ...(waits.length > 0
        ? [heading(labels.waitingFor!), { kind: 'list', intro: '', items: waits } as const]
        : []),
      heading(labels.happened!),
      ...(view.entries.length > 0
        ? view.entries.map((entry) => entryBlock(entry, hasNotes))
        : [{ kind: 'paragraph', sentences: [{ text: labels.nothing! }] } as const]),
    ],
  };
}

function entryBlock({ when, name, rows }: EntryView, hasNotes: boolean): Block {
  const summary = `${when}. ${name}`;
  const items = rows
    .filter(({ field }) => hasNotes || field !== 'notes')
    .map(({ label, lines }) => ({ text: `${label.replace(/[?:]$/, '')}: ${lines.join('; ')}` }));
  return items.length > 0
    ? { kind: 'list', intro: summary, items }
    : { kind: 'paragraph', sentences: [{ text: summary }] };
}
