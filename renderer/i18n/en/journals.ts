/** Journals of registration, the nomenclature of case files, the register of gaps. */
export const journals = {
  title: 'Registration',
  tabs: 'Parts of registration',
  tab_journals: 'Journals',
  tab_cases: 'Case files',
  tab_gaps: 'Missing numbers',
} as const;
