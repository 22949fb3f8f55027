import type { AdviceWords } from '../../content/advice.ts';
import type { Content } from '../../content/content.ts';
import { saidBy } from '../../content/entries.ts';
import { mentionsOf } from '../../letters/card/mentions.ts';
import { spellDay } from '../../questionnaire/calendar.ts';
import { isOnWard } from '../../questionnaire/questions/beginning.ts';
import { isPrivateReason } from '../../questionnaire/questions/doubts.ts';
import type { ChosenAnswer } from '../../record/chosen-answers.ts';
import type { Advice } from '../../rules/advice.ts';
import type { OpenJourney } from '../journey.ts';
import { questionAddress } from '../next-address.ts';

const isPrivate = ({ slug, value }: ChosenAnswer): boolean => isPrivateReason(slug, value);

/** Why an item is shown: what the person said, with a link to change it. */
export interface Reason {
  readonly texts: readonly string[];
  readonly change: string;
  readonly name: string;
}

/** An item of advice for its part of the page. */
export interface AdviceView extends Pick<AdviceWords, 'title' | 'html' | 'say' | 'facts' | 'sources'> {
  readonly id: string;
  readonly letter: string | undefined;
  /** The letter's name, if it can be written. */
  readonly letterName: string | undefined;
  readonly waitUntil: string | undefined;
  /** When to do it, in words. */
  readonly when: string | undefined;
  /** The last day for it, in words, shown large. */
  readonly lastDay: string | undefined;
  readonly mention: readonly string[];
  readonly answers: readonly Reason[];
  readonly entries: readonly Reason[];
  /** Where to change the private answers that called for it, if any. */
  readonly private: Reason | undefined;
  readonly guide: readonly {
    readonly id: string;
    readonly title: string | undefined;
    readonly address: string;
  }[];
  readonly overdue: boolean;
  readonly changes: Advice['changes'];
}

/** An item of advice in words, for one journey. */
export function adviceView(advice: Advice, open: OpenJourney, content: Content): AdviceView {
  const words = content.advice[open.reader].get(advice.id)!;
  const hidden = advice.because.filter(isPrivate);
  const [slug] = hidden.map((chosenAnswer) => chosenAnswer.slug);
  // Named one by one: with a spread of all words, a plan took a tenth longer.
  const { title, say, facts, sources } = words;
  return {
    id: advice.id,
    title,
    say,
    facts,
    sources,
    html: isOnWard(open.answers) ? words.wardHtml : words.html,
    letter: advice.letter,
    letterName: advice.letter ? letterName(advice.letter, open, content) : undefined,
    waitUntil: advice.waitUntil,
    when: whenOf(advice, words, content.views.plan[open.reader].labels.appointment!),
    lastDay: lastDayOf(advice, words, open),
    mention: advice.saysWhy ? worthSaying(open, content) : [],
    answers: answersOf(
      advice.because.filter((chosenAnswer) => !isPrivate(chosenAnswer)),
      open,
      content,
    ),
    entries: advice.entries.map((entry) => ({
      texts: [saidBy(entry, content.entries[open.reader])],
      change: `${open.base}/record/${entry.id}`,
      name: content.entries[open.reader][entry.what].name,
    })),
    private: slug && {
      texts: [],
      change: questionAddress(open, slug, 'plan'),
      name: content.questions[open.reader].get(slug)!.name,
    },
    guide: guideLinks(words, content),
    overdue: words.reviewBy < open.today,
    changes: advice.changes,
  };
}

function whenOf(
  { waitUntil, overdueSince, entries }: Advice,
  { times }: AdviceWords,
  onAppointment: string,
): string | undefined {
  if (waitUntil && times.waiting) return filled(times.waiting, waitUntil);
  const appointment = waitUntil && entries.find(({ what }) => what === 'appointment');
  if (appointment) return filled(onAppointment, waitUntil);
  return overdueSince && times.overdue ? filled(times.overdue, overdueSince) : times.when;
}

function lastDayOf({ askBy }: Advice, { times }: AdviceWords, { today }: OpenJourney): string | undefined {
  const text = askBy && (today <= askBy ? times.askBy : times.late);
  return text && filled(text, askBy);
}

const filled = (text: string, day: NonNullable<Advice['askBy']>) => text.replace('{day}', spellDay(day));

/** The letter's name inside a sentence. */
function letterName(letter: string, open: OpenJourney, content: Content): string {
  const { label } = content.questions[open.reader].get('letter')!.fields.letter!.options[letter]!;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** The person's own reasons and difficulties in words, to say to the doctor, without private ones. */
function worthSaying(open: OpenJourney, content: Content): readonly string[] {
  const { reasons, difficulties } = mentionsOf(open.situation());
  return [...reasons, ...difficulties]
    .filter((chosenAnswer) => !isPrivate(chosenAnswer))
    .flatMap((chosenAnswer) => becauseText(chosenAnswer, open, content) ?? []);
}

/** The answers that called for an item, question by question, each with a link to change it. */
function answersOf(because: readonly ChosenAnswer[], open: OpenJourney, content: Content): readonly Reason[] {
  const slugs = [...new Set(because.map(({ slug }) => slug))];
  return slugs
    .map((slug) => ({
      texts: because
        .filter((chosenAnswer) => chosenAnswer.slug === slug)
        .flatMap((chosenAnswer) => becauseText(chosenAnswer, open, content) ?? []),
      change: questionAddress(open, slug, 'plan'),
      name: content.questions[open.reader].get(slug)!.name,
    }))
    .filter(({ texts }) => texts.length > 0);
}

const becauseText = (
  { slug, value }: ChosenAnswer,
  open: OpenJourney,
  content: Content,
): string | undefined => content.questions[open.reader].get(slug)?.fields[slug]?.options[value]?.because;

const guideLinks = ({ sections }: AdviceWords, content: Content): AdviceView['guide'] =>
  sections.flatMap((id) => {
    const page = content.guide.find(({ section }) => section === id);
    return page ? [{ id, title: content.ledger.sectionTitles.get(id), address: `/guide/${page.slug}` }] : [];
  });
