/**
 * A page that answers a form, with errors say, is one that a browser would ask to send again on the way back to it. Its
 * place in the browser's history becomes that of its address, which is asked for as any page is.
 */
export function askAnewOnTheWayBack() {
  history.replaceState(null, '', location.href);
}
