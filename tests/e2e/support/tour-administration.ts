import type { Page } from '@playwright/test';
import { Frame } from '#tests/e2e/pages/frame.ts';
import { go, person, pressEscape, type Stop } from './tour-stop.ts';

const sections = [
  'employees',
  'departments',
  'branches',
  'routes',
  'fields',
  'templates',
  'clauses',
  'calendars',
  'policies',
] as const;

const section = (name: (typeof sections)[number]): Stop => ({
  name: `admin-${name}`,
  open: async (page) => {
    await go(page, `/admin/${name}`);
    await page.getByRole('main').getByRole('region').getByRole('button').first().waitFor();
  },
});

const editRoute = async (page: Page): Promise<void> => {
  await go(page, '/admin/routes');
  await page.getByRole('button', { name: 'Договоры', exact: true }).click();
  await page.getByRole('list', { name: /^(Этапы|Steps)/ }).waitFor();
};

/** Administration, as its administrator sees it; the person of the tour comes back afterwards. */
export const administrationStops: readonly Stop[] = [
  {
    name: 'admin-denied',
    open: (page) => go(page, '/admin'),
    leave: (page) => new Frame(page).enter('Игорь Лапин'),
  },
  ...sections.map(section),
  {
    name: 'admin-employee',
    open: async (page) => {
      await go(page, '/admin/employees');
      await page.getByRole('button', { name: person, exact: true }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
    },
    leave: pressEscape,
  },
  { name: 'admin-route', open: editRoute, leave: (page) => new Frame(page).enter(person) },
];
