import type { English } from '#renderer/i18n/english.ts';
import type { preview as source } from '#renderer/i18n/ru/preview.ts';

export const preview: English<typeof source> = {
  pageField: 'Page number',
  pagesOf: 'of {{pages}}',
  find: 'Find in the file',
  findNext: 'Next place',
  findPrevious: 'Previous place',
  found: '{{at}} of {{count}}',
  foundSoFar: '{{at}} of {{count}}…',
  finding: 'searching…',
  foundNothing: 'not found',
  foundNoWords: 'no words in the file, only pictures',
  rotate: 'Turn right',
  pictureSize: '{{width}} × {{height}} dots',
  reading: 'Reading the file…',
  words: 'Text of {{name}}',
  wordsOnly: 'The words are shown without their layout',
  pages: 'Pages of {{name}}',
  sheets: 'Sheets of the workbook',
  sheet: 'Sheet {{name}}',
  rows: 'rows: {{rows}}',
  tableCut: 'the first {{rows}} are shown; open the rest in its program',
  letter: 'Letter {{name}}',
  noSubject: 'No subject',
  mailFrom: 'From',
  mailTo: 'To',
  mailCc: 'Copy',
  mailDate: 'Date',
  mailFiles_one: '{{count}} file in the letter',
  mailFiles_other: '{{count}} files in the letter',
  mailProgram: 'a program: neither opened nor saved',
  saveFile: 'Save {{name}} to disk',
  outside_one: '{{count}} picture from the network was not fetched, so that the sender does not learn of the reading',
  outside_other:
    '{{count}} pictures from the network were not fetched, so that the sender does not learn of the reading',
  problem_SHEET_DAMAGED:
    'The workbook is damaged. Save it again in a spreadsheet program and attach it as a new version.',
  problem_SHEET_ENCRYPTED:
    'The workbook has a password. Remove it in a spreadsheet program and attach it as a new version.',
  problem_SHEET_TOO_LARGE: 'There is more inside the workbook than a preview may hold. Open it in its program.',
  problem_SHEET_NOT_A_TABLE:
    'This is no XLSX workbook although it is called one. Open it in its program or attach the right file.',
  problem_MAIL_DAMAGED:
    'The letter cannot be read: the file is damaged or is no letter. Save it from the mail program again.',
  problem_TEXT_DAMAGED: 'The text cannot be read: the file is damaged. Save it again and attach it as a new version.',
  problem_TEXT_ENCRYPTED: 'The file has a password. Remove it in a text editor and attach it as a new version.',
  problem_TEXT_TOO_LARGE: 'There is more inside the file than a preview may hold. Open it in its program.',
  problem_IMAGE_DAMAGED: 'The picture is damaged. Scan or get it once more and attach it as a new version.',
  problem_NO_PREVIEW: 'Files of this kind are not shown here: open the file in its program.',
};
