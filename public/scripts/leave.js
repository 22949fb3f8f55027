/** Hides the page, and its name in the tab, as soon as somebody chooses to leave: the server may take a moment. */
export function hideOnLeave() {
  for (const link of document.querySelectorAll('.leave-link')) {
    link.addEventListener('click', () => {
      document.documentElement.hidden = true;
      document.title = '\u00a0';
    });
  }
}
