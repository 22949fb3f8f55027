let focused;

/** Hides the whole page on screen only, as printing a page may hide its tab meanwhile. */
export function hidePage() {
  if (isHidden()) return;
  focused = document.activeElement;
  document.documentElement.classList.add('page-hidden');
}

/** Shows the page again and restores the focus, which browsers take away from hidden elements. */
export function showPage() {
  document.documentElement.classList.remove('page-hidden');
  focused?.focus({ preventScroll: true });
}

const isHidden = () => document.documentElement.classList.contains('page-hidden');
