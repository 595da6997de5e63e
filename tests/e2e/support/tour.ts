import { expect, type Page } from '@playwright/test';
import { dropFiles } from '#tests/e2e/pages/deeds.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Palette } from '#tests/e2e/pages/palette.ts';
import { windows1251 } from '#tests/fixtures/formats/bytes.ts';
import { statementText } from '#tests/fixtures/formats/client-bank.ts';
import { transferXml } from '#tests/fixtures/formats/universal-transfer.ts';
import { administrationStops } from './tour-administration.ts';
import { contractStops } from './tour-contracts.ts';
import { portalAdministrationStops, portalStops, reportStops } from './tour-portal.ts';
import { registrationStops } from './tour-registration.ts';
import { relationStops } from './tour-relations.ts';
import { go, person, pressEscape, type Stop, tab } from './tour-stop.ts';

const rows = (page: Page) => page.getByRole('grid').locator('[role="row"][row-id]');
const files = [
  { name: 'kl_to_1c.txt', bytes: windows1251(statementText({ closing: '137800.01' })) },
  { name: 'ON_NSCHFDOPPR_15.xml', bytes: windows1251(transferXml()) },
  { name: 'оборванная.txt', bytes: windows1251(statementText()).slice(0, 1500) },
];

const papers: readonly Stop[] = [
  {
    name: 'login',
    open: async (page) => {
      await new Frame(page).choose(/^(Выйти|Sign out)$/);
      await page.getByRole('button', { name: /Олег Басов/ }).waitFor();
    },
  },
  {
    name: 'login-password',
    open: async (page) => {
      await page.getByRole('button', { name: /^(Войти по паролю|Sign in with a password)$/ }).click();
      await page.locator('input[type="password"]').waitFor();
      await page.keyboard.press('Enter');
    },
    leave: async (page) => {
      await page.reload();
      await new Frame(page).enter(person);
    },
  },
  {
    name: 'register',
    open: async (page) => {
      await go(page, '/documents');
      await rows(page).nth(5).waitFor();
      await page.getByRole('complementary').getByRole('heading').waitFor();
    },
  },
  {
    name: 'register-wide',
    open: async (page) => {
      await page.keyboard.press('Space');
      await expect(page.getByRole('complementary')).toBeHidden();
    },
    leave: (page) => page.keyboard.press('Space'),
  },
  {
    name: 'register-selected',
    open: async (page) => {
      for (const key of ['KeyX', 'KeyJ', 'KeyX', 'KeyJ']) await page.keyboard.press(key);
      await expect(page.getByRole('row', { selected: true })).toHaveCount(2);
    },
    leave: pressEscape,
  },
  {
    name: 'register-nothing',
    open: async (page) => {
      await page.keyboard.press('Slash');
      await page.keyboard.insertText('абракадабра');
      await expect(rows(page)).toHaveCount(0);
    },
    leave: pressEscape,
  },
  {
    name: 'menu-create',
    open: async (page) => {
      await page.getByRole('button', { name: /^(Что создать|What to create)$/ }).click();
      await page.getByRole('menu').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'menu-person',
    open: async (page) => {
      await new Frame(page).person.click();
      await page.getByRole('menu').waitFor();
    },
    leave: pressEscape,
  },
  { name: 'card', open: (page, { document }) => tab(page, `/documents/${document}`) },
  {
    name: 'card-files',
    open: async (page, { document }) => {
      await tab(page, `/documents/${document}?tab=files`);
      await page.getByRole('tabpanel').locator('canvas, img').first().waitFor();
    },
  },
  { name: 'card-discussion', open: (page, { document }) => tab(page, `/documents/${document}?tab=discussion`) },
  { name: 'card-history', open: (page, { document }) => tab(page, `/documents/${document}?tab=history`) },
  { name: 'card-receipt', open: (page, { document }) => tab(page, `/documents/${document}?tab=path`) },
  { name: 'card-disputed', open: (page, { disputed }) => tab(page, `/documents/${disputed}`) },
  {
    name: 'card-missing',
    open: async (page) => {
      await go(page, '/documents/00000000-0000-7000-8000-000000000000');
      await page.getByRole('main').getByRole('button').first().waitFor();
    },
  },
  {
    name: 'form-new',
    open: async (page) => {
      await go(page, '/documents/new/incoming');
      await page.getByRole('form').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'form-wrong',
    open: async (page) => {
      await page.keyboard.press('Control+S');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'form-edit',
    open: async (page, { document }) => {
      await go(page, `/documents/${document}/edit`);
      await expect(page.getByRole('form').locator('textarea').first()).not.toHaveValue('');
    },
  },
  {
    name: 'counterparties',
    open: async (page) => {
      await go(page, '/counterparties');
      await rows(page).nth(5).waitFor();
    },
  },
  { name: 'party', open: (page, { counterparty }) => tab(page, `/counterparties/${counterparty}`) },
  {
    name: 'party-account',
    open: async (page) => {
      await page.getByRole('button', { name: /^(Добавить счёт|Add account)$/ }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'party-documents',
    open: (page, { counterparty }) => tab(page, `/counterparties/${counterparty}?tab=documents`),
  },
  {
    name: 'party-history',
    open: (page, { counterparty }) => tab(page, `/counterparties/${counterparty}?tab=history`),
  },
  {
    name: 'party-form',
    open: async (page) => {
      await go(page, '/counterparties/new');
      await page.getByRole('form').getByRole('textbox').first().waitFor();
      await page.keyboard.press('Control+S');
    },
  },
  {
    name: 'import',
    open: async (page) => {
      await go(page, '/import');
      await page.getByRole('main').getByRole('button').first().waitFor();
    },
  },
  {
    name: 'import-report',
    open: async (page) => {
      await dropFiles(page, files);
      await expect(page.getByRole('alert')).toHaveCount(1);
      await expect(page.getByRole('article')).toHaveCount(files.length);
    },
  },
  {
    name: 'import-table',
    open: async (page) => {
      await go(page, '/import/table');
      await dropFiles(page, [{ name: 'реестр.csv', bytes: Buffer.from('Дата;Содержание\n31.02.2026;Письмо\n') }]);
      await page.getByLabel(/^(Итоги проверки|Result of the check)$/).waitFor();
    },
  },
  {
    name: 'intake',
    open: async (page) => {
      await go(page, '/intake');
      await page.getByRole('main').getByRole('button').first().waitFor();
    },
  },
  {
    name: 'exchange-conflicts',
    open: async (page) => {
      await go(page, '/exchange/conflicts');
      await page.getByRole('radiogroup').first().waitFor();
      await page.getByRole('radio').nth(2).check();
    },
  },
  {
    name: 'exchange-receipts',
    open: async (page) => {
      await go(page, '/exchange/receipts');
      await page.getByRole('grid').getByRole('row').first().waitFor();
    },
  },
  {
    name: 'exchange-outbox',
    open: async (page, { document }, { network }) => {
      network.cut();
      await expect(new Frame(page).online).toBeHidden();
      await tab(page, `/documents/${document}?tab=discussion`);
      await page.getByRole('tabpanel').getByRole('textbox').fill('Сказано без связи');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('tabpanel').getByRole('listitem').last()).toContainText('Сказано без связи');
      await go(page, '/exchange/outbox');
      await page.getByRole('grid').getByRole('row').first().waitFor();
    },
    leave: async (page, { network }) => {
      network.heal();
      await expect(new Frame(page).online).toBeVisible();
    },
  },
  {
    name: 'settings',
    open: async (page) => {
      await go(page, '/settings');
      await page.getByRole('radiogroup').first().waitFor();
    },
  },
  {
    name: 'keys',
    open: async (page) => {
      await page.keyboard.press('Shift+Slash');
      await page.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'palette',
    open: async (page) => {
      await new Palette(page).open();
      await expect(new Palette(page).options.first()).toBeVisible();
    },
  },
  {
    name: 'palette-found',
    open: async (page) => {
      await page.keyboard.insertText('договоров');
      await expect(page.getByRole('option').locator('mark').first()).toBeVisible();
    },
    leave: pressEscape,
  },
  {
    name: 'search',
    open: async (page) => {
      await go(page, '/search?q=договор поставки');
      await page.getByRole('option').locator('mark').first().waitFor();
    },
  },
  {
    name: 'lock',
    open: async (page) => {
      await page.keyboard.press('Control+L');
      await page.getByRole('button', { name: /^(Разблокировать|Unlock)$/ }).waitFor();
    },
    leave: (page) => page.getByRole('button', { name: /^(Разблокировать|Unlock)$/ }).click(),
  },
];

/** Every page of the program in parts, each in an order in which one page leads to the next. */
export const tours = {
  'papers and the window around them': [...papers, ...registrationStops, ...relationStops],
  'my work, contracts and administration': [...contractStops, ...administrationStops],
  'the portal, its desks and reports': [...portalStops, ...reportStops, ...portalAdministrationStops],
} satisfies Record<string, readonly Stop[]>;
