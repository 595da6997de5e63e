import type { English } from '#renderer/i18n/english.ts';
import type { palette as source } from '#renderer/i18n/ru/palette.ts';

export const palette: English<typeof source> = {
  title: 'Find, go, do',
  placeholder: 'Number, INN, amount, a word from a file, or a command',
  actions: 'Actions',
  documents: 'Documents',
  counterparties: 'Counterparties',
  goTo: 'Go to',
  recent: 'Recent',
  empty: 'Nothing found for “{{text}}”',
  emptyHint: 'Try another form of the word, a number, an INN or an amount.',
  choose: 'choose',
  openKey: 'open',
  closeKey: 'close',
  found: '{{count}} on this computer, {{milliseconds}} ms',
  newIncoming: 'New incoming document',
  newOutgoing: 'New outgoing document',
  newInternal: 'New internal document',
  newCounterparty: 'New counterparty',
  importFiles: 'Load files',
  lock: 'Lock the window',
  light: 'Light appearance',
  dark: 'Dark appearance',
  switchLanguage: 'Перейти на русский',
  checkLink: 'Check the link to the centre',
};
