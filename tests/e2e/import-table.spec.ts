import { readFile } from 'node:fs/promises';
import { dropFiles } from '#tests/e2e/pages/deeds.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Register } from '#tests/e2e/pages/register.ts';
import { TableImport } from '#tests/e2e/pages/table-import.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { windows1251 } from '#tests/fixtures/formats/bytes.ts';

const rows = [
  'Реестр за март;;;;;',
  '№ письма;Дата;Содержание;Контрагент;Сумма, руб.;Этап работ',
  'Т-1;05.03.2026;Смета на кровлю;ООО «Табличный лён»;1 234,56;проект',
  'Т-2;31.02.2026;Смета на фасад;ООО «Табличный лён»;10;Монтаж',
  'Т-3;2026-03-07;Акт осмотра;;;Ремонт',
  'Т-4;08.03.2026;Акт приёмки;ООО «Табличный лён»;20,00;Монтаж',
];
const table = { name: 'реестр.csv', bytes: windows1251(`${rows.join('\r\n')}\r\n`) };

test('a table in windows-1251 with fields of the company’s own: two wrong cells are told, the rest comes in, goes back and comes again', async ({
  moscow,
  backstage,
}) => {
  const { page } = moscow;
  const frame = new Frame(page);
  const form = new TableImport(page);
  await backstage.enter('lapin');
  await backstage.run('field_definition.create', {
    ...{ kinds: ['incoming'], key: 'stage', label: 'Этап работ', type: 'choice', required: true },
    ...{ options: ['Проект', 'Монтаж'], position: 90 },
  });
  await backstage.settled();
  await frame.enter('Павел Юдин');
  await frame.go('/documents/new/incoming');
  await expect(page.getByRole('combobox', { name: 'Этап работ' })).toBeVisible();
  await frame.go('/import/table');
  await dropFiles(page, [table]);

  await expect(page.getByRole('combobox', { name: 'Кодировка' })).toHaveValue('Windows-1251 (кириллица)');
  await expect(form.field('Этап работ')).toHaveValue('Этап работ *');
  await expect(form.field('Сумма, руб.')).toHaveValue('Сумма');
  await form.expectFigures('Новых2', 'С ошибками2');
  await expect(form.faults.getByRole('listitem')).toHaveText([
    /B4.*Дата.*Не дата: «31\.02\.2026»\. Нужна дата вида/,
    /F5.*Этап работ.*Такого варианта нет: «Ремонт»\. Возможны: Проект, Монтаж\./,
  ]);
  const download = page.waitForEvent('download');
  await form.press('Сохранить список');
  expect(await readFile(await (await download).path(), 'utf8')).toContain('B4;Дата;31.02.2026;');

  await form.run('2 строки');
  await expect(form.outcome).toContainText('Создано2');
  await form.press('Отменить загрузку');
  await expect(form.outcome).toContainText('Созданное убрано в архив');
  await form.press('Проверить снова');
  await form.run('2 строки');
  await expect(form.outcome).toContainText('Создано2');

  // The same titles once more: nothing is asked, nothing is doubled.
  await dropFiles(page, [table]);
  await expect(form.columns).toContainText('взято сохранённое соответствие «реестр.csv»');
  await form.expectFigures('Новых0', 'Уже есть2');
  const register = new Register(page);
  await frame.go('/documents');
  await register.open(/^Все/);
  await register.search('Акт приёмки');
  await expect(register.rows.filter({ hasText: 'Т-4' })).toHaveCount(1);
});
