/**
 * Shows each `<button hidden data-copy="#id">` if the browser can copy, and makes it copy that element's
 * text. A `<template>` holds the text as it is to be copied, with bullets and line ends. The outcome, in the
 * words of `data-copied` or `data-not-copied`, is announced in a live region, which must exist before its text does.
 */
export function copyButtons() {
  // Browsers give no access to the clipboard over plain http.
  if (!navigator.clipboard) return;

  for (const button of document.querySelectorAll('button[data-copy]')) {
    const source = document.querySelector(button.dataset.copy);
    if (!source) continue;

    const outcome = document.createElement('span');
    outcome.className = 'copy-outcome';
    outcome.setAttribute('role', 'status');
    button.after(outcome);
    button.hidden = false;

    button.addEventListener('click', async () => {
      outcome.textContent = '';
      try {
        await navigator.clipboard.writeText(wordsOf(source));
        outcome.textContent = button.dataset.copied;
      } catch {
        outcome.textContent = button.dataset.notCopied;
      }
    });
  }
}

function wordsOf(source) {
  return source.content ? source.content.textContent.trim() : source.innerText;
}
