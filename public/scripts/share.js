/** Shows each `<button hidden data-share="#id">` if the system can share, and makes it share that text. */
export function shareButtons() {
  if (!navigator.share) return;

  for (const button of document.querySelectorAll('button[data-share]')) {
    const source = document.querySelector(button.dataset.share);
    if (!source) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.share({ text: source.content.textContent.trim() });
      } catch {
        // Closed without a choice, or refused, which the system shows itself.
      }
    });
  }
}
