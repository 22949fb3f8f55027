let focused;

/** Hides the whole page on screen only, as printing a page may hide its tab meanwhile. */
export function putAway() {
  if (isAway()) return;
  focused = document.activeElement;
  document.documentElement.classList.add('put-away');
}

/** Shows the page again and restores the focus, which browsers take away from hidden elements. */
export function bringBack() {
  document.documentElement.classList.remove('put-away');
  focused?.focus({ preventScroll: true });
}

const isAway = () => document.documentElement.classList.contains('put-away');
