/**
 * Shows each `<button hidden data-copy="#id">` where the browser can copy, and lets it copy that element's words;
 * a `<template>` holds them as they are to be copied, with marks before items and single lines.
 * The outcome is announced in a live region, which has to exist before its text does.
 */
export function copyButtons() {
  // Not there over plain http, where a browser gives no access to the clipboard.
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
        outcome.textContent = 'Copied';
      } catch {
        outcome.textContent = 'This did not work. Select the words and copy them yourself.';
      }
    });
  }
}

function wordsOf(source) {
  return source.content ? source.content.textContent.trim() : source.innerText;
}
