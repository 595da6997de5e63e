import type { GrammaticalCase } from '#shared/lib/words/names.ts';

/** How a value is written; the first two change which text is taken, the others how it looks. */
export type TagFormat =
  | GrammaticalCase
  | 'words'
  | 'long'
  | 'full'
  | 'digits'
  | 'initials'
  | 'surname-initials'
  | 'capital'
  | 'upper'
  | 'lower';

export interface ParsedTag {
  kind: 'value' | 'open' | 'close';
  /** «Контрагент.ИНН» → two steps; empty for a bare closing tag. */
  path: readonly string[];
  formats: readonly TagFormat[];
  /** What stands behind `|` and is no format. */
  unknownFilters: readonly string[];
  /** `{#если Лимит}`: shown when there is a value; `{#нет НДС}`: shown when there is none. */
  condition: 'if' | 'unless' | null;
  /** The part in square brackets, without them. */
  options: string | null;
}

const cases: readonly [GrammaticalCase, RegExp][] = [
  ['nominative', /^(?:именительн(?:ый|ом)|nominative)$/],
  ['genitive', /^(?:род|родительн(?:ый|ом)|genitive)$/],
  ['dative', /^(?:дат|дательн(?:ый|ом)|dative)$/],
  ['accusative', /^(?:вин|винительн(?:ый|ом)|accusative)$/],
  ['instrumental', /^(?:тв|творительн(?:ый|ом)|instrumental)$/],
  ['prepositional', /^(?:предл|предложн(?:ый|ом)|prepositional)$/],
];
const others: readonly [TagFormat, RegExp][] = [
  ['words', /^(?:прописью|in full words|spelled)$/],
  ['long', /^(?:словами|words)$/],
  ['full', /^(?:полностью|цифрами и прописью|full)$/],
  ['digits', /^(?:цифрами|digits|numeric)$/],
  ['initials', /^(?:инициалы|с инициалами|initials)$/],
  ['surname-initials', /^(?:фамилия и инициалы|surname initials)$/],
  ['capital', /^(?:с заглавной|с большой|capital)$/],
  ['upper', /^(?:заглавными|upper)$/],
  ['lower', /^(?:строчными|lower)$/],
];

/** Words behind `|` as people may type them, for near misses. */
export const filterNames = [
  'именительный родительный дательный винительный творительный предложный прописью словами полностью цифрами инициалы'.split(
    ' ',
  ),
  ['с заглавной', 'заглавными', 'строчными', 'фамилия и инициалы'],
].flat();

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

export function readFilter(text: string): TagFormat | null {
  const word = plain(text)
    .replace(/ падеж[еа]?$/, '')
    .replace(/^во? /, '');
  return [...cases, ...others].find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

// «Сумма прописью», «Директор в родительном падеже», «Amount in words»: a format as a lawyer says it.
const spoken =
  /^(.+?) (?:(во? \p{L}+ом(?: падеже)?)|in the (\p{L}+) case|in (words|digits|full)|(прописью|словами|полностью|цифрами(?: и прописью)?|с инициалами|с заглавной))$/iu;

/** Reads what stands between the braces. Never fails: what it cannot know (names) is checked against the data. */
export function parseTag(inner: string): ParsedTag {
  // Word hides joiners and no-break spaces in what is typed.
  const text = inner
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const kind = text.startsWith('#') ? 'open' : text.startsWith('/') ? 'close' : 'value';
  const bracket = /^(.*?)\s*\[(.*)\]$/.exec(kind === 'value' ? text : text.slice(1));
  const body = (bracket?.[1] ?? (kind === 'value' ? text : text.slice(1))).trim();
  const [head = '', ...filters] = body.split('|').map((part) => part.trim());
  const conditional = kind === 'value' ? null : readCondition(head);
  let name = conditional?.rest ?? head;
  const formats: TagFormat[] = [];
  const said = kind === 'value' ? spoken.exec(name) : null;
  const format = said ? readFilter(said[2] ?? said[3] ?? said[4] ?? said[5] ?? '') : null;
  if (said?.[1] && format) {
    name = said[1];
    formats.push(format);
  }
  const unknownFilters: string[] = [];
  for (const filter of filters) {
    const known = readFilter(filter);
    if (known) formats.push(known);
    else unknownFilters.push(filter);
  }
  return {
    kind,
    path: name === '' ? [] : name.split('.').map((step) => step.trim()),
    formats,
    unknownFilters,
    condition: conditional?.condition ?? null,
    options: bracket?.[2] ?? null,
  };
}

function readCondition(head: string): { condition: 'if' | 'unless'; rest: string } | null {
  const found = /^(если нет|если не|нет|не|unless|if not|not|если есть|если|есть|if) (.+)$/i.exec(head);
  if (!found?.[1] || !found[2]) return null;
  return { condition: /не|not|unless/i.test(found[1]) ? 'unless' : 'if', rest: found[2] };
}
