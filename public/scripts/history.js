import { hidePage, showPage } from './hide-page.js';

/** How long to wait for the server before the page says that it cannot be reached. */
const TIMEOUT_MS = 5000;

/**
 * A page of a journey that returns from the back/forward cache, or whose tab is shown again, first checks
 * whether this browser still holds the journey. It stays hidden until then, as another person may be at the
 * computer. It is hidden on leaving already, so that the browser never draws it on the way back.
 */
export function checkBeforeShowing() {
  const { held } = document.body.dataset;
  if (!held) return;
  const notice = document.getElementById('not-checked');
  let isChecking = false;

  async function check() {
    hidePage();
    if (isChecking) return;
    isChecking = true;
    notice.hidden = true;
    const status = await statusOf(held);
    isChecking = false;
    if (status === 410) location.replace(location.pathname + location.search);
    else if (status !== 204) notice.hidden = false;
    else if (document.visibilityState === 'visible') showPage();
  }

  addEventListener('pagehide', hidePage);
  addEventListener('pageshow', (event) => event.persisted && check());
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'visible' ? check() : hidePage(),
  );
  notice.querySelector('button').addEventListener('click', check);
}

async function statusOf(address) {
  try {
    const { status } = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return status;
  } catch {
    return undefined;
  }
}
