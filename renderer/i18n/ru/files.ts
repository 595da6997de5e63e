/** Files of a document and their preview. */
export const files = {
  place_here: 'на этом компьютере',
  place_way: 'передаётся',
  place_centre: 'в центре, загрузится при открытии',
  notPreviewed: 'Для этого вида файлов нет просмотра',
  previewFailed: 'Файл не открылся для просмотра',
  textCut: 'Показано начало файла',
  page: 'Страница {{page}}',
  pageOf: '{{page}} / {{pages}}',
  image: 'Изображение: {{name}}',
  save: 'Сохранить на диск',
  moreFiles_one: 'и ещё {{count}} файл',
  moreFiles_few: 'и ещё {{count}} файла',
  moreFiles_many: 'и ещё {{count}} файлов',
  moreFiles_other: 'и ещё {{count}} файла',
} as const;
