import { expect, type Page } from '@playwright/test';
import { Desk } from '#tests/e2e/pages/desk.ts';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { Portal } from '#tests/e2e/pages/portal.ts';
import { go, person, pressEscape, type Stop, tab } from './tour-stop.ts';

const part = (name: 'talk' | 'approval' | 'tasks' | 'relations' | 'side'): Stop => ({
  name: `ticket-${name}`,
  open: (page, { ticket }) => tab(page, `/tickets/${ticket}?tab=${name}`),
});

/** Opens the form of a service from the catalog, by its words. */
const form = async (page: Page, words: string, service: string): Promise<void> => {
  await new Portal(page).find(words, service);
  await page.getByRole('form').getByRole('heading').first().waitFor();
};

/** What whoever asks for something sees, and the desks that answer. */
export const portalStops: readonly Stop[] = [
  {
    name: 'portal',
    open: async (page) => {
      await go(page, '/tickets');
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link') })
        .nth(3)
        .waitFor();
    },
  },
  {
    name: 'portal-found',
    open: async (page) => {
      await new Portal(page).ask.fill('справка');
      await page.getByRole('option').locator('mark').first().waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  { name: 'request', open: (page) => form(page, 'закупка', 'Закупка') },
  {
    name: 'request-wrong',
    open: async (page) => {
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'request-vacation',
    open: async (page) => {
      await form(page, 'отпуск', 'Отпуск');
      await new Portal(page).period('+60', '+13');
      await page.getByRole('form').getByRole('status').first().waitFor();
    },
  },
  {
    name: 'tickets-mine',
    open: async (page) => {
      await go(page, '/tickets/mine');
      await page.getByRole('main').getByRole('searchbox').waitFor();
    },
  },
  {
    name: 'vacations',
    open: async (page) => {
      await go(page, '/tickets/vacations');
      await page.getByRole('main').getByText(person).first().waitFor();
    },
  },
  {
    name: 'queues',
    open: async (page) => {
      const desk = new Desk(page);
      await desk.open();
      await desk.whole.click();
      await expect(desk.row(/./).nth(1)).toBeVisible();
      await expect(desk.panel.getByRole('heading', { level: 2 })).toBeVisible();
    },
  },
  {
    name: 'queues-selected',
    open: async (page) => {
      for (const key of ['KeyX', 'KeyJ', 'KeyX']) await page.keyboard.press(key);
      await page.getByRole('toolbar').first().waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'queues-board',
    open: async (page) => {
      await page.getByRole('button', { name: /^(Показать доской|Show as a board)/ }).click();
      await page.getByRole('button', { name: /^(Показать списком|Show as a list)/ }).waitFor();
      // The words of a button are shown as long as the hand is over it.
      await page.mouse.move(640, 500);
      await expect(page.getByRole('tooltip')).toHaveCount(0);
    },
    leave: (page) => page.getByRole('button', { name: /^(Показать списком|Show as a list)/ }).click(),
  },
  { name: 'ticket', open: (page, { ticket }) => tab(page, `/tickets/${ticket}`) },
  part('talk'),
  part('approval'),
  part('tasks'),
  part('relations'),
  part('side'),
  {
    name: 'ticket-transfer',
    open: async (page, { ticket }) => {
      await tab(page, `/tickets/${ticket}`);
      await page.getByRole('button', { name: /^(Ещё действия|More actions)/ }).click();
      await page.getByRole('menuitem', { name: /^(Передать в другую|Transfer)/ }).click();
      await page.getByRole('dialog').waitFor();
    },
    leave: pressEscape,
  },
  {
    name: 'articles',
    open: async (page) => {
      await go(page, '/tickets/articles');
      await page.getByRole('main').getByRole('link').nth(3).waitFor();
    },
  },
];

const section = (name: string): Stop => ({
  name: `admin-${name}`,
  open: async (page) => {
    await go(page, `/admin/${name}`);
    await page.getByRole('main').getByRole('region').getByRole('button').first().waitFor();
  },
});

/** The reports, on the workstation of whoever sees all of it. */
export const reportStops: readonly Stop[] = (['bottlenecks', 'deadlines', 'load', 'approvals'] as const).map(
  (name) => ({
    name: `reports-${name}`,
    open: async (page: Page) => {
      await go(page, `/reports/${name}`);
      await page.getByRole('region', { name: /^(Главное|Key figures)$/ }).waitFor();
    },
  }),
);

/** What the administrator of the portal sees; the person of the tour comes back afterwards. */
export const portalAdministrationStops: readonly Stop[] = [
  {
    name: 'admin-services',
    open: async (page, sights, place) => {
      await new Frame(page).enter('Игорь Лапин');
      await section('services').open(page, sights, place);
    },
  },
  {
    name: 'builder',
    open: async (page) => {
      await page.getByRole('button', { name: 'Закупка', exact: true }).click();
      await page.locator('[data-area="field"]').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'builder-work',
    open: async (page) => {
      await page.getByRole('tab', { name: /^(Исполнение|Work)/ }).click();
      await page.locator('[data-place="queue"]').waitFor();
    },
  },
  ...['queues', 'slas', 'replies', 'recurring'].map(section),
  { ...section('grants'), leave: (page) => new Frame(page).enter(person) },
];
