/** Scheme and address of the application's own pages in the desktop host. */
export const scheme = 'app';
export const origin = 'app://opora';
export const startPage = `${origin}/`;

/** True for an address of the application's own pages, whatever stands after the origin. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(startPage);
}

/** What the engine may load for a page: its own files, data it made itself, and the developer tools' own pages. */
export function isLoadable(address: string): boolean {
  return isOwnPage(address) || /^(data|blob|devtools):/.test(address) || address === 'about:blank';
}

/** True for what the system may open from a page: a web address without a password in it, or a letter. */
export function isExternalLink(address: string): boolean {
  const url = address.length > 2048 ? undefined : parsed(address);
  if (url?.protocol === 'mailto:') return true;
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
