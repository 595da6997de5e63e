/** Legal forms as they are abbreviated before a name. */
const forms = new Set(
  (
    'ООО ПАО ОАО ЗАО НАО АО ИП КФХ ТСЖ ТСН СНТ ФГУП ФГБУ ФГАУ ФГКУ ГБУ ГАУ ГКУ МБУ МАУ МКУ МУП ГУП АНО НКО ПК СПК ЖСК ГСК ' +
    'ТОО'
  ).split(' '),
);

const spelled: readonly (readonly [string, string])[] = [
  ['общество с ограниченной ответственностью', 'ООО'],
  ['публичное акционерное общество', 'ПАО'],
  ['открытое акционерное общество', 'ОАО'],
  ['закрытое акционерное общество', 'ЗАО'],
  ['непубличное акционерное общество', 'НАО'],
  ['акционерное общество', 'АО'],
  ['индивидуальный предприниматель', 'ИП'],
  ['автономная некоммерческая организация', 'АНО'],
];

export interface PartyName {
  readonly name: string;
  readonly legalForm: string | null;
  /** Banks append an address between double slashes. */
  readonly address: string | null;
}

/** «Ромашка» → Ромашка, but only where one pair of marks encloses the whole. */
const withoutQuotes = (name: string): string => {
  const inner = /^(?:«([^«»]+)»|"([^"]+)"|“([^“”]+)”|'([^']+)')$/.exec(name);
  return (inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? inner?.[4] ?? name).trim();
};

const formBefore = (text: string): { form: string; rest: string } | null => {
  const lower = text.toLowerCase();
  for (const [phrase, form] of spelled) {
    if (lower.startsWith(`${phrase} `)) return { form, rest: text.slice(phrase.length) };
  }
  const word = /^([А-ЯЁ]{2,5})(?=[ "«“'])/.exec(text.slice(0, 6))?.[1];
  return word !== undefined && forms.has(word) ? { form: word, rest: text.slice(word.length) } : null;
};

/** `ООО "Ромашка"` → ООО and Ромашка; `Иванов И. И. (ИП)//г Омск//` → ИП, Иванов И. И., г Омск. */
export const splitPartyName = (written: string): PartyName => {
  const [before = '', address] = written.split('//', 2);
  const text = before.trim().replace(/\s{2,10}/g, ' ') || written.trim();
  const behind = /^(.{2,300}?)\s?\(ИП\)$/i.exec(text);
  if (behind) return { name: behind[1]?.trim() ?? text, legalForm: 'ИП', address: address?.trim() || null };
  const found = formBefore(text);
  const name = withoutQuotes((found?.rest ?? text).trim());
  return { name: name || text, legalForm: found?.form ?? null, address: address?.trim() || null };
};
