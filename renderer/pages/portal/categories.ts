import { serviceCategories } from '#shared/domain/service/service.ts';
import type { CatalogService } from '#shared/queries/service.ts';

export type CatalogCategory = 'often' | (typeof serviceCategories)[number];

/** As many as fit without scrolling: a person who looks for more has the field above and the other categories. */
const OFTEN = 12;

/** Those that have something in them, in their own order. */
export const shownCategories = (services: readonly CatalogService[]): CatalogCategory[] => [
  'often',
  ...serviceCategories.filter((one) => services.some((service) => service.category === one)),
];

/** What one keeps at hand comes first, then what one asks for, then the rest as the company orders it. */
export function inCategory(services: readonly CatalogService[], category: CatalogCategory): CatalogService[] {
  if (category !== 'often') return services.filter((service) => service.category === category);
  const marked = services.filter((service) => service.favourite);
  return [...marked, ...services.filter((service) => !service.favourite)].slice(0, Math.max(OFTEN, marked.length));
}
