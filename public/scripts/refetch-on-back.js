/**
 * Going back to the response to a form, such as a page with errors, would make the browser ask to send the
 * form again. This replaces its history entry with its address, so that going back requests the page with
 * GET.
 */
export function refetchOnBack() {
  history.replaceState(null, '', location.href);
}
