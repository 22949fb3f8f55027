import { bringBack, putAway } from './put-away.js';

/** How long to wait for the server before the page says that it cannot be reached, in milliseconds. */
const PATIENCE = 5000;

/**
 * A page of a journey that returns from the back/forward cache, or whose tab is shown again, first checks
 * whether this browser still holds the journey. It stays hidden until then, as another person may be at the
 * computer. It is hidden on leaving already, so that the browser never draws it on the way back.
 */
export function askBeforeShowing() {
  const { held } = document.body.dataset;
  if (!held) return;
  const notice = document.getElementById('not-checked');
  let isAsking = false;

  async function ask() {
    putAway();
    if (isAsking) return;
    isAsking = true;
    notice.hidden = true;
    const status = await statusOf(held);
    isAsking = false;
    if (status === 410) location.replace(location.pathname + location.search);
    else if (status !== 204) notice.hidden = false;
    else if (document.visibilityState === 'visible') bringBack();
  }

  addEventListener('pagehide', putAway);
  addEventListener('pageshow', (event) => event.persisted && ask());
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'visible' ? ask() : putAway(),
  );
  notice.querySelector('button').addEventListener('click', ask);
}

async function statusOf(address) {
  try {
    const { status } = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return status;
  } catch {
    return undefined;
  }
}
