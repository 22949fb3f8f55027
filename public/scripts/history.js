/**
 * A browser can bring a page back from memory without asking the server. After "clear this computer" that
 * would show the answers again, so such a page is asked for anew.
 */
export function neverShowCleared() {
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
