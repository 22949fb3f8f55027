import { z } from 'zod';
import { type Nation, NATIONS } from '../rules/nations.ts';
import { ADVICE_IDS, nationsOf, WAITING_IDS } from '../rules/all-rules.ts';
import { firstDue, type Ledger, nationsSchema } from './facts.ts';
import { toHtml } from './markdown.ts';
import { type Report, readFolder } from './read.ts';
import { type FactSource, sourcesOf } from './sources.ts';
import { READERS, type Reader, voiced, voicedAll } from './voices.ts';

const adviceSchema = z.strictObject({
  title: z.string(),
  facts: z.array(z.string()).min(1, 'name the facts of facts.yaml that it uses'),
  /** The nations whose law or services it is about, if not all four: as in its rule, and within its facts. */
  nations: nationsSchema.optional(),
  /** What to say, in words to read out. */
  say: z.string().optional(),
  when: z.string().optional(),
  /** In place of `when`, with {day}: during the wait, after it, until the last day to ask, and after it. */
  waiting: z.string().optional(),
  overdue: z.string().optional(),
  askBy: z.string().optional(),
  late: z.string().optional(),
  /** In place of the body, for a patient in hospital. */
  ward: z.string().optional(),
});

/** The words of an item of advice, for one reader. */
export interface AdviceWords {
  readonly title: string;
  readonly html: string;
  /** The same for a patient in hospital. */
  readonly wardHtml: string;
  readonly say: string | undefined;
  /** When to do it, with {day} still to fill; `when` if the step has no day. */
  readonly times: Readonly<Record<'when' | 'waiting' | 'overdue' | 'askBy' | 'late', string | undefined>>;
  readonly facts: readonly string[];
  /** The factsheet's sections that it follows, by id. */
  readonly sections: readonly string[];
  readonly sources: readonly FactSource[];
  /** The day by which the first of its facts is due to be checked again. */
  readonly reviewBy: string;
}

export type AdvicesWords = ReadonlyMap<string, AdviceWords>;

/** Reads the words of every item of advice and checks them against the rules and the ledger. */
export function readAdvice(
  folder: string,
  ledger: Ledger,
  report: Report,
): Readonly<Record<Reader, AdvicesWords>> {
  const entries = readFolder(folder, adviceSchema, report);
  for (const id of ADVICE_IDS) if (!entries.has(id)) report(`advice/${id}.md is missing`);
  for (const [id, { front }] of entries) {
    if (!ADVICE_IDS.includes(id)) report(`advice/${id}.md: no rule gives it`);
    for (const fact of front.facts)
      if (!ledger.byId.has(fact)) report(`advice/${id}.md: there is no fact ${fact}`);
    checkNations(id, front, ledger, report);
    if (WAITING_IDS.includes(id) && !front.waiting && !front.overdue)
      report(`advice/${id}.md: the step can wait, but neither "waiting" nor "overdue" says until when`);
  }
  const inVoice = (reader: Reader): AdvicesWords =>
    new Map(
      [...entries].map(([id, { front, body }]) => {
        const facts = front.facts.flatMap((fact) => ledger.byId.get(fact) ?? []);
        const words = {
          title: voiced(front.title, reader),
          html: toHtml(voiced(body, reader)),
          wardHtml: toHtml(voiced(front.ward ?? body, reader)),
          say: front.say && voiced(front.say, reader),
          times: timesOf(front, reader),
          facts: front.facts,
          sections: [...new Set(facts.map(({ section }) => section))],
          sources: sourcesOf(facts, ledger),
          reviewBy: firstDue(facts),
        };
        return [id, words];
      }),
    );
  return Object.fromEntries(READERS.map((reader) => [reader, inVoice(reader)])) as Record<
    Reader,
    AdvicesWords
  >;
}

type Front = z.infer<typeof adviceSchema>;

const timesOf = ({ when, waiting, overdue, askBy, late }: Front, reader: Reader): AdviceWords['times'] =>
  voicedAll({ when, waiting, overdue, askBy, late }, reader);

/** People only see the law of their own nation, so words, rule and facts must agree on the nations. */
function checkNations(id: string, { nations, facts }: Front, ledger: Ledger, report: Report): void {
  const ofRule = nationsOf(id);
  if (named(nations) !== named(ofRule))
    report(`advice/${id}.md: nations are ${named(nations)}, but its rule has ${named(ofRule)}`);
  for (const fact of facts) {
    const ofFact = ledger.byId.get(fact)?.nations ?? NATIONS;
    const elsewhere = (nations ?? NATIONS).filter((nation) => !ofFact.includes(nation));
    if (elsewhere.length > 0) report(`advice/${id}.md: ${fact} is not for ${elsewhere.join(', ')}`);
  }
}

const named = (nations: readonly Nation[] | undefined) => nations?.join(', ') ?? 'all';
