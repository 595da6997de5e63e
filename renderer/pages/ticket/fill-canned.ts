/** A canned reply with its {fields} filled in; what is not known stays as it is and is named, so that nobody sends it unseen. */
export function fillCanned(
  text: string,
  known: Readonly<Record<string, string | null | undefined>>,
): { text: string; unknown: string[] } {
  const unknown = new Set<string>();
  const filled = text.replace(/\{([a-z][a-z0-9_]*)\}/g, (whole, key: string) => {
    const value = Object.hasOwn(known, key) ? known[key] : null;
    if (value) return value;
    unknown.add(key);
    return whole;
  });
  return { text: filled, unknown: [...unknown] };
}

/** What follows the stroke while somebody chooses a canned reply; null when they do not. */
export function cannedQuery(text: string): string | null {
  const match = /^\/([^\n]{0,60})$/.exec(text);
  return match ? (match[1] ?? '').trim().toLowerCase() : null;
}
