import { putAway } from './put-away.js';

/** Hides the page, and its name in the tab, as soon as somebody chooses to leave: the server may take a moment. */
export function hideOnLeave() {
  for (const link of document.querySelectorAll('.leave-link')) {
    link.addEventListener('click', () => {
      putAway();
      document.title = '\u00a0';
      // Who comes back to it all the same gets what the server has now.
      addEventListener('pageshow', (event) => event.persisted && location.reload());
    });
  }
}
