/** «Имя Фамилия» is kept as people say it; lists follow the last word, then the first ones. */
const surnameFirst = (fullName: string): string => {
  const words = fullName.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
};

/** Russian before Latin letters, whatever the language of the window: the names stay as they are typed. */
const collator = new Intl.Collator('ru');

/** People in the order of their surnames, as a new list. */
export const bySurname = <P extends { fullName: string }>(people: readonly P[]): P[] =>
  [...people].sort((one, other) => collator.compare(surnameFirst(one.fullName), surnameFirst(other.fullName)));
