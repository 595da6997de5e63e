import { shell } from 'electron';
import { isExternalLink } from './origins.ts';

/** Hands an allowed address to the system's browser or mail program and ignores every other one. */
export function openExternalLink(address: string): void {
  // A machine without a browser rejects; the page is unharmed and the person sees that nothing opened.
  if (isExternalLink(address)) shell.openExternal(address).catch(() => undefined);
}
