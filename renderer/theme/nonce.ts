/** The style nonce of this page; empty when the host set none (a static preview). The host writes it into the meta tag. */
export function getStyleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]');
  const nonce = meta?.nonce ?? '';
  // A page served without a host still carries the placeholder, which is no nonce.
  return nonce.startsWith('__') ? '' : nonce;
}

declare global {
  interface Window {
    /** Where the helper that stops the page's scrolling under a dialog looks for the nonce of its style element. */
    __webpack_nonce__?: string;
  }
}

/** Tells libraries that ask no component for the nonce. */
export function announceStyleNonce(): void {
  window.__webpack_nonce__ = getStyleNonce();
}
