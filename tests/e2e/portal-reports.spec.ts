import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { either, type Language } from '#tests/e2e/pages/words.ts';
import { peopleOf } from '#tests/e2e/support/company.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';
import { toldIn } from '#tests/e2e/support/languages.ts';
import { askFor } from '#tests/e2e/support/portal.ts';

const told = {
  ru: {
    finding: /задерживает каждую десятую заявку дольше [\d,]+ рабоч/,
    cases: /^Показать (\d+) сам/,
    shown: /^Показано\s*(\d+)$/,
    stale: /^Мурманск: данных ещё не было/,
    exported: 'Файл в загрузках',
    number: 'Номер',
  },
  en: {
    finding: /holds every tenth request up for more than [\d.,]+ working hours/,
    cases: /^Show the (\d+) slowest/,
    shown: /^Shown\s*(\d+)$/,
    stale: /^Мурманск: no data yet/,
    exported: 'The file is in your downloads',
    number: 'Number',
  },
} as const satisfies Record<Language, object>;

const newBranch = {
  code: 'МУР',
  name: 'Мурманский филиал',
  city: 'Мурманск',
  zone: 'Europe/Moscow',
  offsets: [{ from: null, minutes: 180 }],
  position: 9,
};

/** The words of a figure at the head of the report: its link, and the number it tells. */
async function figure(page: Page, name: RegExp) {
  const link = page
    .getByRole('region', { name: either('Главное', 'Key figures') })
    .getByRole('link')
    .filter({ hasText: name });
  return { link, value: Number(await link.locator('b').innerText()) };
}

for (const language of toldIn('en')) {
  const say = told[language];

  test(`reports without a link: the slowest stage and its cases, a figure and its register, old data, a file, in ${language}`, async ({
    moscow,
    backstage,
  }) => {
    // How old the data of the demo's branches is depends on the hour of its making; of a branch just opened nothing is known for certain.
    await backstage.enter('lapin');
    await backstage.run('branch.create', newBranch);
    await backstage.settled();
    await backstage.enter('krylova');
    const { person } = await peopleOf(backstage);
    const { services } = await backstage.query('service.catalog', {});
    const serviceId = services.find((one) => one.name === 'Вопрос в ИТ')?.id ?? '';
    const values = { subject: `Не печатает принтер (${language})`, text: 'Мигает лампа', area: 'Печать' };
    await askFor(backstage, { serviceId, requesterId: person('krylova'), values });
    await backstage.settled();

    const { page, network } = moscow;
    const frame = new Frame(page);
    await frame.enter('Анна Крылова');
    await frame.speak(language);
    network.cut();
    await expect(frame.online).toBeHidden();
    await frame.go('/reports');

    await test.step('the slowest stage is named in words and lists its cases', async () => {
      const stages = page.getByRole('region', { name: either('Где стоят заявки', 'Where requests stand') });
      await expect(stages).toContainText(say.finding);
      const link = stages.getByRole('link', { name: say.cases });
      const count = Number(say.cases.exec(await link.innerText())?.[1]);
      expect(count).toBeGreaterThan(0);
      await link.click();
      await expect(page.getByText(say.shown)).toHaveText(new RegExp(`\\D${count}$`));
      await expect(page.getByRole('grid').locator('[role="row"][row-id]')).toHaveCount(count);
    });

    await test.step('the branch of which nothing is known is named', async () => {
      await frame.go('/reports');
      await expect(page.getByRole('note').filter({ hasText: say.stale })).toBeVisible();
    });

    await test.step('a figure opens as many records as it says; the file has them all', async () => {
      const { link, value } = await figure(page, either('Просрочено сейчас', 'Overdue now'));
      expect(value).toBeGreaterThan(0);
      await link.click();
      await expect(page.getByText(say.shown)).toHaveText(new RegExp(`\\D${value}$`));
      await page.getByRole('button', { name: either('Выгрузить', 'Export') }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: /CSV$/ }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      const lines = text.trim().split('\r\n');
      expect(lines[0]).toContain(say.number);
      expect(lines).toHaveLength(value + 1);
      await expect(frame.toasts).toContainText(say.exported);
    });
  });
}
