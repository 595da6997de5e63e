/** The key under which a reload finds the token again; it never leaves this tab. */
const KEY = 'opora-token';

/**
 * Takes the token out of the address's fragment (`#token=…&to=/documents`) into the tab's storage, and removes it from the address.
 * Returns the token, or null when this window was not opened by the program.
 */
export function takeToken(place: Location = location, store: Storage = sessionStorage): string | null {
  const fragment = new URLSearchParams(place.hash.replace(/^#\/?/, ''));
  const token = fragment.get('token');
  if (token) {
    store.setItem(KEY, token);
    history.replaceState(null, '', `${place.pathname}${place.search}#${fragment.get('to') ?? '/'}`);
  }
  return token ?? store.getItem(KEY);
}
