/** «Миронова Анна Павловна» → «Миронова А. П.», as people are called in a narrow place. */
export function nameOfPerson(fullName: string): string {
  const [surname = '', ...others] = fullName.trim().split(/\s+/);
  return [surname, ...others.map((name) => `${name.slice(0, 1)}.`)].join('\u00a0');
}
