/**
 * A page with errors is the answer to a form, which a browser would ask to send again on the way back to it, after the
 * errors were mended. Its place in the browser's history becomes that of its question, which is asked for as any page.
 */
export function goBackToTheQuestion() {
  if (document.querySelector('.govuk-error-summary')) history.replaceState(null, '', location.href);
}
