import { bringBack, putAway } from './put-away.js';

/** How long a server may take to answer before the page says that it cannot be reached, in milliseconds. */
const PATIENCE = 5000;

/**
 * A page of a journey, brought back from memory or looked at again in its tab, asks first whether this browser still
 * holds the journey. Until the answer comes it is hidden, as somebody else may sit there now. It is hidden on the way
 * out already, so that a browser has nothing else to draw when it brings the page back.
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
