import type { Content } from '../../content/content.ts';
import type { ViewWords } from '../../content/views.ts';
import { type Day, spellDay, spellDayOrMonth } from '../../questionnaire/calendar.ts';
import { courseFrom } from '../../record/course-from.ts';
import { complainBy } from '../../record/limits.ts';
import type { TimelineEntry } from '../../record/timeline.ts';
import { isOverdue, type Wait, waitsOf } from '../../record/waits.ts';
import { ENTRY_FORMS } from '../../record/entry-forms.ts';
import type { Answers } from '../../questionnaire/all-questions.ts';
import type { OpenJourney } from '../journey.ts';
import { linesOf } from './answer-lines.ts';

/** An entry in words. */
export interface EntryView {
  readonly id: string;
  readonly what: TimelineEntry['what'];
  /** The day as a date, or the last day of the month. */
  readonly on: string;
  /** The day or month in words. */
  readonly when: string;
  /** What happened, with the main choice. */
  readonly name: string;
  readonly rows: readonly {
    readonly field: string;
    readonly label: string;
    readonly lines: readonly string[];
  }[];
}

export interface WaitView extends Pick<Wait, 'for' | 'due'> {
  readonly name: string;
  readonly day: string;
  readonly isOverdue: boolean;
}

/** What the record's page and its sheet show. */
export interface RecordView {
  readonly entries: readonly EntryView[];
  readonly waits: readonly WaitView[];
  /** The usual last day to complain and to go to the Ombudsman, in England only. */
  readonly complainBy: string | undefined;
}

/** The record of a journey in words: what is waited for, and what has happened in the order of days. */
export function recordView(open: OpenJourney, content: Content): RecordView {
  const { journey, today } = open;
  const answers = open.answers as Answers;
  const timeline = open.timeline();
  const course = courseFrom(answers, timeline, today);
  const byId = new Map(journey.entries.map((entry) => [entry.id, entry.fields]));
  const limit = answers.nation === 'england' ? complainBy(course) : undefined;
  return {
    entries: timeline.map((entry) => entryView(entry, byId.get(entry.id)!, open, content)),
    waits: waitViews(open, content),
    complainBy: limit && spellDay(limit),
  };
}

/** Only what is waited for, in words. */
export function waitViews(open: OpenJourney, content: Content): readonly WaitView[] {
  const { today } = open;
  const course = courseFrom(open.answers as Answers, open.timeline(), today);
  const { labels } = content.views.waits[open.reader];
  return waitsOf({ ...course, today }).map((wait) => waitView(wait, today, labels));
}

const waitView = (wait: Wait, today: Day, labels: ViewWords['labels']): WaitView => ({
  ...wait,
  name: labels[wait.for === 'appointment' && !wait.isFixed ? 'appointment-day' : wait.for]!,
  day: spellDay(wait.due),
  isOverdue: isOverdue(wait, today),
});

function entryView(
  { id, what, on, when }: TimelineEntry,
  fields: OpenJourney['journey']['entries'][number]['fields'],
  open: OpenJourney,
  content: Content,
): EntryView {
  const words = content.entries[open.reader][what];
  const form = ENTRY_FORMS[what].form(undefined, open.today);
  const answered = form.fields
    .filter(({ name }) => name !== 'when')
    .map((field) => ({ field, lines: linesOf(field, fields, words) }))
    .filter(({ lines }) => lines.length > 0);
  // What is needed of an entry is the choice that says most.
  const main = answered.find(({ field }) => field.required);
  return {
    id,
    what,
    on,
    when: spellDayOrMonth(when),
    name: main ? `${words.name}: ${main.lines.join(', ')}` : words.name,
    rows: answered
      .filter((one) => one !== main)
      .map(({ field: { name }, lines }) => {
        const { what: short, label = words.name } = words.fields[name]!;
        return { field: name, label: short ?? label, lines };
      }),
  };
}
