import { hidePage } from './hide-page.js';

/** Hides the page and its title as soon as the person chooses to leave, as the server may take a moment. */
export function hideOnLeave() {
  for (const link of document.querySelectorAll('.leave-link')) {
    link.addEventListener('click', () => {
      hidePage();
      document.title = '\u00a0';
      // If the browser shows the page again from its cache, it is reloaded.
      addEventListener('pageshow', (event) => event.persisted && location.reload());
    });
  }
}
