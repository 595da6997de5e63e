/** Russian letters as they are written in names of the organization's templates: `Срок поставки` → `srok_postavki`. */
const letters: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};
/** The longest key that a form takes. */
const MOST = 40;

/** A key made of a label, unlike any of `taken`; a label without letters or figures gives `fallback`. */
export function fieldKeyOf(label: string, taken: ReadonlySet<string>, fallback = 'field'): string {
  const spelled = asKey(label);
  const base = spelled === '' ? fallback : spelled;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const end = `_${number}`;
    const key = base.slice(0, MOST - end.length) + end;
    if (!taken.has(key)) return key;
  }
}

/** What somebody typed, with nothing in it but what a key may hold; empty when nothing is left. */
export function asKey(typed: string): string {
  const spelled = [...typed.toLowerCase().normalize('NFC')].map((letter) => letters[letter] ?? letter).join('');
  return spelled
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[0-9_]+/, '')
    .slice(0, MOST)
    .replace(/_+$/, '');
}
