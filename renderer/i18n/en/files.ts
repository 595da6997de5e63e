import type { English } from '#renderer/i18n/english.ts';
import type { files as source } from '#renderer/i18n/ru/files.ts';

export const files: English<typeof source> = {
  place_here: 'on this computer',
  place_way: 'on its way',
  place_centre: 'in the centre, comes when opened',
  notPreviewed: 'There is no preview for this kind of file',
  previewFailed: 'The file could not be previewed',
  textCut: 'The beginning of the file is shown',
  page: 'Page {{page}}',
  pageOf: '{{page}} / {{pages}}',
  image: 'Image: {{name}}',
  save: 'Save to disk',
  moreFiles_one: 'and {{count}} more file',
  moreFiles_other: 'and {{count}} more files',
};
