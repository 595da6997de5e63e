/** A number typed as text at the start of a clause, and what is left after it. */
export interface TypedNumber {
  readonly number: string;
  readonly text: string;
}

const patterns: readonly RegExp[] = [
  // Статья 5. Предмет; § 3
  /^((?:Статья|СТАТЬЯ|Раздел|РАЗДЕЛ|Глава|ГЛАВА|§)\s?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}))[.:)]?(?:\s+|$)/,
  // 4.2. Текст; 4.2.1.Текст; 4.2) текст
  /^(\d{1,3}(?:\.\d{1,3})+[.)])(?:\s+|(?=[\p{Lu}«"„“$]))/u,
  // 4.2 Текст: without a dot only before a capital, so that «1.5 процента» is no clause.
  /^(\d{1,3}(?:\.\d{1,3})+)\s+(?=[\p{Lu}«"„“])/u,
  // 4.2.10 текст: nothing but a clause has three parts.
  /^(\d{1,3}(?:\.\d{1,3}){2,})\s+(?=\S)/u,
  // 4. Текст; 4) текст; 4.Текст
  /^(\d{1,3}[.)])(?:\s+|(?=\p{Lu}))/u,
  // IV. Предмет
  /^([IVXLC]{1,6}[.)])\s+/,
  // а) текст; (б) текст; a) text
  /^(\(?[а-яa-z]\))\s*(?=\S)/u,
];

/** Splits a number from the text of a paragraph that has no number of Word's own; null where the text begins without one. */
export function typedNumber(text: string): TypedNumber | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    const number = found?.[1]?.replace(/\.$/, '');
    if (!found || number === undefined) continue;
    // 01.02 and 12.05.26 are dates, 1.10. is a clause.
    if (/(^|\.)0\d/.test(number)) return null;
    const rest = text.slice(found[0].length).trim();
    return rest === '' && !text.includes('.') ? null : { number, text: rest };
  }
  return null;
}

/** How deep a number lies: «4» 0, «4.2» 1, «б)» below the clause before it. */
export function levelOfNumber(number: string, clauseBefore: number): number {
  const parts = /\d+(?:\.\d+)*/.exec(number)?.[0].split('.').length ?? 0;
  if (/^\(?\p{Ll}+\)?$/u.test(number) || (parts === 1 && number.endsWith(')'))) return clauseBefore + 1;
  return Math.max(0, parts - 1);
}
