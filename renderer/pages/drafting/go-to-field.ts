/** How long a form may take to open before its field is left alone, in milliseconds. */
const PATIENCE = 5_000;

/** Puts the focus on a field of a form that is about to open. */
export function focusField(field: string): void {
  const find = () => document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"] :is(input, textarea)`);
  const watch = new MutationObserver(() => {
    const found = find();
    if (!found) return;
    stop();
    // After the form has put the focus where it begins.
    requestAnimationFrame(() => found.focus());
  });
  const stop = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(() => watch.disconnect(), PATIENCE);
  watch.observe(document.body, { childList: true, subtree: true });
}
