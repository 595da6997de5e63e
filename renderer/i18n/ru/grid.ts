/** Words of the register's grid, its own and the library's. */
export const grid = {
  nothing: 'Ничего не нашлось',
  loadingRow: 'Строка {{row}} загружается',
  selectRow: 'Выделить строку',
  selectAll: 'Выделить все строки',
  toggleRow: 'Пробел выделяет строку',
  sort: 'Enter сортирует',
  ascending: 'по возрастанию',
  descending: 'по убыванию',
  columns: 'Столбцы',
  columnsHint: 'Какие столбцы показывать',
  density: 'Плотность строк',
  compact: 'Плотно',
  normal: 'Обычно',
  roomy: 'Просторно',
  preview: 'Просмотр',
} as const;
