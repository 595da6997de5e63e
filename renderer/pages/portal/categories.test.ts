import { expect, test } from 'vitest';
import { inCategory, shownCategories } from '#renderer/pages/portal/categories.ts';
import type { CatalogService } from '#shared/queries/service.ts';

const service = (id: string, given: Partial<CatalogService> = {}): CatalogService => ({
  id,
  name: id,
  description: '',
  category: 'people',
  icon: 'question',
  version: 1,
  usualMinutes: null,
  asked: 0,
  favourite: false,
  daysAvailable: null,
  ...given,
});
const ids = (services: CatalogService[]) => services.map((one) => one.id).join(' ');

test('categories without services are not offered', () => {
  expect(shownCategories([service('a', { category: 'it' }), service('b', { category: 'people' })])).toEqual([
    'often',
    'people',
    'it',
  ]);
});

test('what is kept at hand comes first, the order of the rest stays', () => {
  const services = [service('a'), service('b', { favourite: true }), service('c', { category: 'it' })];
  expect(ids(inCategory(services, 'often'))).toBe('b a c');
  expect(ids(inCategory(services, 'it'))).toBe('c');
});

test('often needed ones end where the page ends, favourites never do', () => {
  const many = Array.from({ length: 20 }, (_, place) => service(`s${place}`));
  expect(inCategory(many, 'often')).toHaveLength(12);
  expect(
    inCategory(
      many.map((one) => ({ ...one, favourite: true })),
      'often',
    ),
  ).toHaveLength(20);
});
