import { Router } from 'express';
import { type Day, londonDay, spellDay } from '../../questionnaire/calendar.ts';
import { visitTo } from '../../questionnaire/ordered-questions.ts';
import { KEEP_FOR } from '../../store/keep-for.ts';
import { type OpenJourney, isPlanned } from '../journey.ts';
import { nextAddress, questionAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { suggestedKeepFor } from './keep-suggested.ts';
import { ombudsmanView } from './ombudsman-view.ts';
import { withRecord } from './record-access.ts';
import { type EntryView, recordView } from './record-view.ts';

/** The record: what is waited for, and what has happened, day by day. */
export function recordPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/record',
    withRecord(services, (_request, response, open) => {
      const { journey, today } = open;
      const view = recordView(open, services.content);
      const lastDay = journey.codes.at(-1) as Day | undefined;
      const isStarted = view.entries.length > 0 || !open.walk.gap;
      const longer = suggestedKeepFor(open);
      pages.send(
        response,
        'record',
        {
          ...view,
          ...parted(view.entries),
          ombudsman: ombudsmanView(open, services.content, view),
          title: services.content.views.record[open.reader].labels.title!,
          kept: pages.prose('record'),
          backLink: nextAddress(open, 'situation', 'plan'),
          since: isStarted ? spellDay(openedOn(journey.lastOpened, today)) : undefined,
          changes: isStarted ? changeLinks(open) : [],
          copies: journey.sentLetters,
          code: lastDay && {
            until: spellDay(lastDay),
            isTooShort: view.waits.some(({ due }) => due > lastDay),
            choices: KEEP_FOR.map((value) => ({ value, isSuggested: value === longer })),
          },
          isPlanned: isPlanned(open),
        },
        open,
      );
    }),
  );

  return router;
}

/** How many entries can be read in a minute. A record with more than a few beyond them folds the earlier ones. */
const LATEST = 12;
const FEW = 4;

function parted(entries: readonly EntryView[]): Readonly<Record<'earlier' | 'latest', readonly EntryView[]>> {
  const from = entries.length > LATEST + FEW ? entries.length - LATEST : 0;
  return { earlier: entries.slice(0, from), latest: entries.slice(from) };
}

/** The day when the journey was last opened, never later than today. */
function openedOn(time: number, today: Day): Day {
  const day = londonDay(time);
  return day < today ? day : today;
}

const MAY_HAVE_CHANGED = ['detained', 'their-agreement'] as const;

/** Links to questions whose answers may have changed, if this person is asked them. */
const changeLinks = (open: OpenJourney): readonly { readonly slug: string; readonly href: string }[] =>
  MAY_HAVE_CHANGED.filter((slug) => visitTo(open.walk, slug)).map((slug) => ({
    slug,
    href: questionAddress(open, slug, 'plan'),
  }));
