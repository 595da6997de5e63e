import { entity, organizationScope } from '#shared/domain/entity.ts';
import { optionalText, text } from '#shared/domain/field.ts';

/** The company itself: one row. */
export const organization = entity({
  name: 'organization',
  fields: {
    name: text(200),
    fullName: text(500),
    inn: text(12),
    kpp: optionalText(9),
    ogrn: optionalText(15),
    address: optionalText(500),
  },
  scopes: () => [organizationScope],
});
