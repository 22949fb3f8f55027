import { Router } from 'express';
import type { AdviceWords } from '../../content/advice.ts';
import type { Content } from '../../content/content.ts';
import { type Advice, circumstancesComeFirst } from '../../rules/plan.ts';
import type { Answers } from '../../questionnaire/all-questions.ts';
import { visitBefore } from '../../questionnaire/ordered-questions.ts';
import { situationFrom, type Told } from '../../record/situation.ts';
import { mentionsOf } from '../../letters/card/mentions.ts';
import { inJourney, mayWrite, type OpenJourney, planOf } from '../journey.ts';
import { nextAddress, questionAddress } from '../next-address.ts';
import { nationNotes } from './nation-notes.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';

/** "Your plan": the next step, what stands beside it, and what is good to know. */
export function planPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/plan',
    inJourney(services, (_request, response, open) => {
      const plan = planOf(open);
      if (!plan) return response.redirect(303, nextAddress(open, 'letter', undefined));
      const show = (advice: Advice) => adviceView(advice, open, services);
      const isOneItem = open.answers['help-with'] !== 'advice-and-letter';
      pages.send(
        response,
        'plan',
        {
          backLink: questionAddress(open, lastOfSituation(open)),
          nextStep: show(plan.nextStep),
          alongside: plan.alongside.map(show),
          circumstances: plan.circumstances.map(show),
          circumstancesFirst: circumstancesComeFirst({ detained: open.answers.detained }),
          weighing: plan.weighing.map(show),
          worthMentioning: plan.worthMentioning.map(show),
          elsewhere: plan.elsewhere.map(show),
          everybody: plan.everybody.map(show),
          notes: isOneItem ? nationNotes(services.content, open) : [],
          letterNames: letterNames(open, services.content),
          own: open.reader === 'oneself',
          mayWrite: mayWrite(open),
          hasCard: !isOneItem && mayWrite(open),
          cardFirst: plan.nextStep.isTalk,
          // The first question of part 2 leads on to the first that is still open.
          goOn: open.way.gap
            ? questionAddress(open, open.way.gap.placed.question.slug)
            : `${open.base}/check-answers`,
        },
        open,
      );
    }),
  );

  return router;
}

/** What each letter is called, by its value. */
function letterNames(open: OpenJourney, content: Content): Readonly<Record<string, string>> {
  const options = content.questions[open.reader].get('letter')!.fields.letter!.options;
  return Object.fromEntries(Object.entries(options).map(([value, { label }]) => [value, label]));
}

function lastOfSituation(open: OpenJourney): string {
  const first = open.way.visits.find(({ placed }) => placed.part === 'letter');
  const last = first ? visitBefore(open.way, first.placed.question.slug) : open.way.visits.at(-1);
  return last!.placed.question.slug;
}

function adviceView(advice: Advice, open: OpenJourney, { content, today }: PageServices): object {
  const words = content.advice[open.reader].get(advice.id)!;
  return {
    id: advice.id,
    ...words,
    letter: advice.letter,
    mention: advice.saysWhy ? worthSaying(open, content) : [],
    because: becauseViews(advice.because, open, content),
    sections: sectionLinks(words, content),
    overdue: words.reviewBy < today(),
  };
}

/** The person's own reasons and troubles, in words, for the doctor to hear. */
function worthSaying(open: OpenJourney, content: Content): readonly string[] {
  const { reasons, troubles } = mentionsOf(situationFrom(open.answers as Answers));
  return [...reasons, ...troubles].flatMap((told) => becauseText(told, open, content) ?? []);
}

/** The answers that called for an item, question by question, each with the way to change it. */
function becauseViews(because: readonly Told[], open: OpenJourney, content: Content): readonly object[] {
  const slugs = [...new Set(because.map(({ slug }) => slug))];
  return slugs.map((slug) => ({
    texts: because
      .filter((told) => told.slug === slug)
      .flatMap((told) => becauseText(told, open, content) ?? []),
    change: questionAddress(open, slug, 'plan'),
    name: content.questions[open.reader].get(slug)!.name,
  }));
}

const becauseText = ({ slug, value }: Told, open: OpenJourney, content: Content): string | undefined =>
  content.questions[open.reader].get(slug)?.fields[slug]?.options[value]?.because;

function sectionLinks({ sections }: AdviceWords, content: Content): readonly object[] {
  return sections.flatMap((id) => {
    const page = content.guide.find(({ section }) => section === id);
    return page ? [{ id, title: content.ledger.sectionTitles.get(id), address: `/guide/${page.slug}` }] : [];
  });
}
