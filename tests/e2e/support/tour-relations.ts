import { go, type Stop, tab } from './tour-stop.ts';

/** One page for everything about a counterparty, a person and the links of a document. */
export const relationStops: readonly Stop[] = [
  {
    name: 'counterparty-together',
    open: async (page, { counterparty }) => {
      await tab(page, `/counterparties/${counterparty}?tab=together`);
      await page
        .getByRole('region', { name: /^(Лента|Timeline)$/ })
        .getByRole('listitem')
        .first()
        .waitFor();
    },
  },
  {
    name: 'person',
    open: async (page) => {
      await page.locator('a[href^="#/people/"]').first().click();
      await page.getByRole('complementary', { name: /^(Сведения|Facts)$/ }).waitFor();
    },
  },
  {
    name: 'contract-links',
    open: async (page, { contract }) => {
      await tab(page, `/documents/${contract}?tab=links`);
      await page.getByRole('region', { name: /^(Картина связей|Picture of links)$/ }).waitFor();
    },
  },
  {
    name: 'counterparty-duplicates',
    open: async (page) => {
      await go(page, '/counterparties');
      await page.getByRole('tab', { name: /^(Возможные дубли|Possible duplicates)/ }).click();
      await page.getByRole('main').getByRole('heading', { level: 2 }).or(page.getByRole('table')).first().waitFor();
    },
    leave: (page) => page.getByRole('tab', { name: /^(Все|All)/ }).click(),
  },
];
