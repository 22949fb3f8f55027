import type { Content } from '../../content/content.ts';
import type { Block } from '../../letters/document.ts';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import type { Answers } from '../../questionnaire/all-questions.ts';
import { isUnderTheAct } from '../../questionnaire/questions/beginning.ts';
import { courseFrom } from '../../record/course-from.ts';
import { complainBy, isOmbudsmanNext } from '../../record/limits.ts';
import type { OpenJourney } from '../journey.ts';
import { recordAddress } from './record-access.ts';
import type { EntryView, RecordView } from './record-view.ts';

/** What a person needs at hand to go to the Ombudsman (fact N.8). */
export interface OmbudsmanView {
  readonly labels: Readonly<Record<string, string>>;
  /** The last day to go, as a sentence; undefined if the record does not show when the problem was known. */
  readonly by: string | undefined;
  /** Why it is shown, and what else to know. */
  readonly notes: readonly { readonly html: string }[];
  readonly letters: readonly { readonly text: string; readonly href: string | undefined }[];
  readonly answers: readonly string[];
  readonly happened: readonly string[];
}

const ANSWERS: readonly string[] = ['answer', 'funding', 'acknowledged', 'complaint-answer'];

/** The list, once the Ombudsman is next; undefined before that and outside England. */
export function ombudsmanView(
  open: OpenJourney,
  { views }: Content,
  { entries }: Pick<RecordView, 'entries'>,
): OmbudsmanView | undefined {
  const { journey, today, reader } = open;
  const answers = open.answers as Answers;
  const course = courseFrom(answers, open.timeline(), open.today);
  const isNext = isOmbudsmanNext({ ...course, today });
  if (!isNext || answers.nation !== 'england') return undefined;
  const { labels, parts } = views.ombudsman[reader];
  const isAnswered = course.complaint?.at === 'not-put-right';
  return {
    labels,
    by: byWhen(complainBy(course), today, labels),
    notes: [
      isAnswered ? parts.answered! : parts.time!,
      parts.ask!,
      ...(isUnderTheAct(answers) ? [parts.underTheAct!] : []),
    ],
    letters: entries
      .filter(({ what }) => what === 'sent-letter')
      .map((entry) => {
        const hasCopy = journey.sentLetters.includes(entry.id);
        return {
          text: filled(labels[hasCopy ? 'copy' : 'ownCopy']!, entry),
          href: hasCopy ? `${recordAddress(open)}/${entry.id}/letter` : undefined,
        };
      }),
    answers: entries
      .filter(({ what }) => ANSWERS.includes(what))
      .map((entry) => [filled(labels.copy!, entry), ...referenceOf(entry)].join('; ')),
    happened: entries.map(({ when, name }) => `${when} - ${name}`),
  };
}

function byWhen(by: Day | undefined, today: Day, labels: OmbudsmanView['labels']): OmbudsmanView['by'] {
  if (by === undefined) return undefined;
  return labels[by < today ? 'late' : 'by']!.replace('{day}', spellDay(by));
}

const filled = (words: string, { name, when }: EntryView): string =>
  words.replace('{what}', () => name).replace('{day}', when);

const referenceOf = ({ rows }: EntryView): readonly string[] =>
  rows
    .filter(({ field }) => field === 'reference')
    .flatMap(({ label, lines }) => `${label}: ${lines.join(' ')}`);

/** The same for the record's sheet, which already has what happened. */
export function ombudsmanBlocks({ labels, by, letters, answers }: OmbudsmanView): readonly Block[] {
  const list = (intro: string, texts: readonly string[]): readonly Block[] =>
    texts.length > 0 ? [{ kind: 'list', intro, items: texts.map((text) => ({ text })) }] : [];
  return [
    { kind: 'heading', text: labels.title! },
    ...(by === undefined ? [] : [{ kind: 'paragraph', sentences: [{ text: by }] } as const]),
    ...list(
      labels.letters!,
      letters.map(({ text }) => text),
    ),
    ...list(labels.answers!, answers),
  ];
}
