import { createRandom } from '#build/company/random.ts';
import { kppOf, ogrn, organizationInn } from '#build/company/requisites.ts';

const random = createRandom(1, 'organization');
const inn = organizationInn(random, '77');

/** The company itself: invented, and the same whatever the seed, so that its papers can name it. */
export const ownCompany = {
  name: 'АО «Северный путь»',
  fullName: 'Акционерное общество «Северный путь»',
  inn,
  kpp: kppOf(inn),
  ogrn: ogrn(random, '77'),
  address: '127055, г. Москва, ул. Лесная, 27, стр. 2',
};

/** Who signs its papers. */
export const director = 'М. Л. Ярцев';
