import type { Page } from '@playwright/test';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { go, person, pressEscape, type Stop } from './tour-stop.ts';

const part = (name: 'journals' | 'cases' | 'gaps', ready: (page: Page) => Promise<void>): Stop => ({
  name: `registration-${name}`,
  open: async (page) => {
    await go(page, `/registration/${name}`);
    await ready(page);
  },
});
const firstJournal = (page: Page) => page.getByRole('main').getByRole('table').getByRole('button').first();
const grid = (page: Page): Promise<void> => page.getByRole('grid').waitFor();

/** Registration, as a clerk and as the administrator of journals see it. */
export const registrationStops: readonly Stop[] = [
  part('journals', (page) => firstJournal(page).waitFor()),
  {
    name: 'registration-journal',
    open: async (page) => {
      await firstJournal(page).click();
      await grid(page);
    },
  },
  part('cases', grid),
  {
    name: 'registration-case',
    open: async (page) => {
      await page.getByRole('button', { name: /^(Новое дело|New case file)$/ }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
      await page.keyboard.press('Enter');
    },
    leave: pressEscape,
  },
  part('gaps', grid),
  {
    name: 'registration-new-journal',
    open: async (page) => {
      await new Frame(page).enter('Игорь Лапин');
      await go(page, '/registration/journals');
      await page.getByRole('button', { name: /^(Новый журнал|New journal)$/ }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
      await page.keyboard.press('Enter');
    },
    leave: async (page) => {
      await pressEscape(page);
      await new Frame(page).enter(person);
    },
  },
];
