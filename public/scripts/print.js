/** Shows each `<button hidden data-print>` and makes it print the page. */
export function printButtons() {
  for (const button of document.querySelectorAll('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
