import { getStyleNonce } from '#renderer/theme/nonce.ts';

/** How long a window that tells nothing about the end of printing keeps its paper, in milliseconds. */
const KEPT = 120_000;

/** The page with the nonce that the window's policy asks of every style element. */
export const withStyleNonce = (html: string, nonce: string): string =>
  html.replaceAll('<style>', `<style nonce="${nonce}">`);

/**
 * Prints a page of its own: it lies in a frame that is never seen, so nothing of the window goes to paper with it.
 * Resolves when the page has been handed to the system; the frame goes away after the printing.
 */
export async function printPaper(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  // A frame that is not laid out at all is printed empty.
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0', visibility: 'hidden' });
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.dataset['paper'] = '';
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
  });
  frame.srcdoc = withStyleNonce(html, getStyleNonce());
  document.body.append(frame);
  await loaded;
  const { contentWindow: page } = frame;
  if (!page) return;
  const clear = () => frame.remove();
  page.addEventListener('afterprint', () => setTimeout(clear), { once: true });
  setTimeout(clear, KEPT);
  page.focus();
  page.print();
}
