import { Router } from 'express';
import { visitBefore } from '../../questionnaire/ordered-questions.ts';
import type { Advice } from '../../rules/advice.ts';
import type { Plan } from '../../rules/plan.ts';
import { inJourney, mayWrite, type OpenJourney, planOf } from '../journey.ts';
import { nextAddress, questionAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { type AdviceView, adviceView } from './advice-view.ts';
import { nationNotes } from './nation-notes.ts';

/** "Your plan": the next step, what is shown beside it, and what is good to know. */
export function planPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/plan',
    inJourney(services, (_request, response, open) => {
      const plan = planOf(open);
      if (!plan) return response.redirect(303, nextAddress(open, 'letter', undefined));
      const show = (advice: Advice) => adviceView(advice, open, services.content);
      const shown = shownIn(plan, show);
      const isOneItem =
        plan.nextStep.changes !== undefined && open.answers['help-with'] !== 'advice-and-letter';
      pages.send(
        response,
        'plan',
        {
          ...shown,
          backLink: questionAddress(open, lastOfSituation(open)),
          checkedOn: dayOfAll(Object.values(shown).flat()),
          notes: isOneItem ? nationNotes(services.content, open) : [],
          mayWrite: mayWrite(open),
          hasRecord: open.journey.entries.length > 0,
          isTalk: plan.nextStep.isTalk && mayWrite(open),
          // The first question that is still open.
          goOn: open.walk.gap
            ? questionAddress(open, open.walk.gap.placed.question.slug)
            : `${open.base}/check-answers`,
          bodyClass: 'page-plan',
        },
        open,
      );
    }),
  );

  return router;
}

type Shown = Readonly<Record<keyof Plan, AdviceView | readonly AdviceView[]>>;

function shownIn(plan: Plan, show: (advice: Advice) => AdviceView): Shown {
  const { nextStep, ...groups } = plan;
  const shown = Object.entries(groups).map(([name, items]) => [name, items.map(show)]);
  return { nextStep: show(nextStep), ...Object.fromEntries(shown) } as Shown;
}

/** The day on which all the checked facts on the page were checked; undefined if there are several days. */
function dayOfAll(views: readonly AdviceView[]): string | undefined {
  const days = new Set(views.flatMap(({ sources }) => sources.flatMap(({ checkedOn }) => checkedOn ?? [])));
  return days.size === 1 ? [...days][0] : undefined;
}

function lastOfSituation(open: OpenJourney): string {
  const first = open.walk.visits.find(({ placed }) => placed.part === 'letter');
  const last = first ? visitBefore(open.walk, first.placed.question.slug) : open.walk.visits.at(-1);
  return last!.placed.question.slug;
}
