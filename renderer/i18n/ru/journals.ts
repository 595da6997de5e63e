/** Journals of registration, the nomenclature of case files, the register of gaps. */
export const journals = {
  title: 'Регистрация',
  tabs: 'Разделы регистрации',
  tab_journals: 'Журналы',
  tab_cases: 'Номенклатура дел',
  tab_gaps: 'Пропуски номеров',
} as const;
