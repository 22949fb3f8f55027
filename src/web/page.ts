import type { Request, Response } from 'express';
import { markOverdue } from '../content/overdue.ts';
import type { PageName } from '../content/pages.ts';
import type { ViewName, ViewsWords, ViewWords } from '../content/views.ts';
import { londonDay, spellDay } from '../questionnaire/calendar.ts';
import { escapeHtml } from '../formats/escape-html.ts';
import { sendCompressed } from './compress.ts';
import { cookieName } from './cookie.ts';
import type { OpenJourney } from './journey.ts';
import { isLargePrint, printAddress } from './large-print.ts';
import type { PageServices } from './services.ts';

/** The data that every page can have. */
export interface PageData {
  /** Absent if the view has its own. */
  readonly title?: string;
  readonly backLink?: string | undefined;
  readonly bodyClass?: string;
  readonly errors?: readonly object[];
  /** Whether the header has "Leave and clear"; by default, only on pages of a journey. */
  readonly canLeave?: boolean;
  /** The link from a page outside a journey back to the browser's journeys. */
  readonly wayBack?: string | undefined;
}

type Prose = Readonly<Record<'title' | 'heading' | 'html', string>>;

/** Sends pages: a view filled with its data and with what every page has. */
export class Pages {
  readonly #services: PageServices;
  readonly #site: object;

  constructor(services: PageServices) {
    this.#services = services;
    const { config, assets } = services;
    this.#site = {
      serviceName: config.serviceName,
      organisation: config.organisation,
      contactEmail: config.contactEmail,
      css: assets.css,
      js: assets.js,
      icon: assets.icon,
      letterFonts: assets.letterFonts,
      letterPicture: assets.letterPicture,
      ...services.content.views.layout.oneself,
    };
  }

  /** Sends a view, with a journey's own links if it is a page of a journey. */
  send(
    response: Response,
    view: string,
    data: PageData & Readonly<Record<string, unknown>>,
    open?: OpenJourney,
  ): void {
    const journey = open && journeyData(open, response.req);
    const { canLeave = open !== undefined } = data;
    const page = { ...this.#words(view, open), ...data, canLeave, site: this.#site, journey };
    sendCompressed(response, this.#services.views.render(view, page));
  }

  /** The words of a view that has its own in the content, for this reader. */
  #words(view: string, open: OpenJourney | undefined): Partial<ViewWords> {
    const { views } = this.#services.content;
    return isWorded(views, view) ? views[view][open?.reader ?? 'oneself'] : {};
  }

  /** A page of prose from the content, with its places filled. */
  prose(name: PageName): Prose {
    const { config, content } = this.#services;
    const { title, html } = content.pages[name];
    const places: Readonly<Record<string, string>> = {
      serviceName: config.serviceName,
      organisation: config.organisation,
      contactEmail: config.contactEmail,
      journeyHours: String(config.journeyHours),
      cookieName: cookieName(config.publicOrigin?.startsWith('https:') ?? false),
    };
    const filled = html.replace(/(?:\{|%7B)(\w+)(?:\}|%7D)/g, (whole, place: string) => {
      const value = places[place];
      return value === undefined ? whole : escapeHtml(value);
    });
    return { title, heading: title, html: this.dated(filled) };
  }

  /** Prose with a note beside each fact that is due to be checked again. */
  dated(html: string): string {
    const { content, today, views } = this.#services;
    return markOverdue(html, views.render('parts/overdue', this.#site), content.ledger, today());
  }
}

const isWorded = (views: ViewsWords, view: string): view is ViewName => Object.hasOwn(views, view);

function journeyData(open: OpenJourney, request: Request): object {
  const { base, answers, reader } = open;
  const nickname = answers.nickname || undefined;
  return {
    base,
    // Browsers remember titles, so they contain only the nickname.
    nickname,
    // An advocate may have the next client waiting.
    hasOthers: answers['who-for'] === 'client',
    about: reader !== 'oneself' ? nickname || answers.patient?.['patient-name'] : undefined,
    largePrint: isLargePrint(open),
    printAction: printAddress(open, request),
    // Only on the page that a code led to.
    lastOpened: 'resumed' in request.query ? spellDay(londonDay(open.journey.lastOpened)) : undefined,
  };
}
