let focused;

/** Hides all of the page from the eye, on the screen alone: what prints a page may hide its tab meanwhile. */
export function putAway() {
  if (isAway()) return;
  focused = document.activeElement;
  document.documentElement.classList.add('put-away');
}

/** Shows the page as it was, the focus too: a browser takes it from what is hidden. */
export function bringBack() {
  document.documentElement.classList.remove('put-away');
  focused?.focus({ preventScroll: true });
}

const isAway = () => document.documentElement.classList.contains('put-away');
