import { expect } from '@playwright/test';
import { MyWork } from '#tests/e2e/pages/my-work.ts';
import { go, pressEscape, type Stop, tab } from './tour-stop.ts';

const part = (name: string): Stop => ({
  name: `contract-${name}`,
  open: (page, { contract }) => tab(page, `/documents/${contract}?tab=${name}`),
});

/** My work, contracts with everything that belongs to them, and who stands in for whom. */
export const contractStops: readonly Stop[] = [
  {
    name: 'work',
    open: async (page) => {
      const work = new MyWork(page);
      await work.open();
      await expect(work.rows.nth(2)).toBeVisible();
      await expect(work.preview.getByRole('heading', { level: 2 })).toBeVisible();
    },
  },
  {
    name: 'work-selected',
    open: async (page) => {
      const work = new MyWork(page);
      for (const key of ['KeyX', 'KeyJ', 'KeyX']) await page.keyboard.press(key);
      await expect(work.bulk).toBeVisible();
    },
  },
  {
    name: 'work-snooze',
    open: async (page) => {
      await page.keyboard.press('KeyS');
      await page.getByRole('dialog').waitFor();
    },
    leave: async (page) => {
      await pressEscape(page);
      await page.keyboard.press('Escape');
      await expect(new MyWork(page).bulk).toBeHidden();
    },
  },
  {
    name: 'contracts',
    open: async (page) => {
      await go(page, '/contracts');
      await page.getByRole('grid').locator('[role="row"][row-id]').nth(2).waitFor();
    },
  },
  {
    name: 'contracts-agenda',
    open: async (page) => {
      await go(page, '/contracts/agenda');
      await page
        .getByRole('radiogroup', { name: /^(Чьи даты|Whose dates)$/ })
        .getByText(/^(Все|All)$/)
        .click();
      await page.getByRole('main').getByRole('row').nth(2).waitFor();
    },
  },
  { name: 'contract', open: (page, { contract }) => tab(page, `/documents/${contract}`) },
  {
    name: 'contract-files',
    open: async (page, { contract }) => {
      await tab(page, `/documents/${contract}?tab=files`);
      await page
        .getByRole('button', { name: /прежн|earlier/ })
        .first()
        .click();
    },
  },
  {
    name: 'contract-drafting',
    open: async (page, { contract }) => {
      await tab(page, `/documents/${contract}?tab=files&draft=1`);
      await page.getByRole('dialog').getByRole('radio').first().check();
    },
    leave: pressEscape,
  },
  part('approval'),
  {
    name: 'contract-difference',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^(Сравнить с версией|Compare with version)/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('heading', { level: 3 }).waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'contract-return',
    open: async (page) => {
      await page.keyboard.press('KeyR');
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
    leave: pressEscape,
  },
  part('obligations'),
  part('links'),
  part('discussion'),
  part('history'),
  part('side'),
  { name: 'contract-performed', open: (page, { performed }) => tab(page, `/documents/${performed}`) },
  {
    name: 'contract-form',
    open: async (page) => {
      await go(page, '/documents/new/contract');
      await page.getByRole('form').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'compare',
    open: async (page, { contract, versions: [left, right] }) => {
      await go(page, `/documents/${contract}/compare/${left}/${right}`);
      await page.locator('del, ins').first().waitFor();
    },
  },
  {
    name: 'compare-joined',
    open: async (page) => {
      await page.getByText(/^(Одним текстом|As one text)$/).click();
      await page.locator('del, ins').first().waitFor();
    },
  },
  {
    name: 'substitutions',
    open: async (page) => {
      await go(page, '/substitutions');
      await page.getByRole('main').getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'substitution-new',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^(Назначить замещение|Name a substitute)/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
    leave: pressEscape,
  },
];
