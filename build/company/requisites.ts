import type { Random } from '#build/company/random.ts';

// The rules are those of shared/lib/requisites, turned round: there a code is checked, here its check digits are found.
const organizationWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const personWeights = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const personSecondWeights = [3, ...personWeights];

function checkDigit(digits: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return String((sum % 11) % 10);
}

/** ИНН of an organization: two digits of the region, two of the inspection. */
export function organizationInn(random: Random, region: string): string {
  const body = `${region}${String(random.between(1, 53)).padStart(2, '0')}${random.digits(5)}`;
  return body + checkDigit(body, organizationWeights);
}

/** ИНН of a person, 12 digits. */
export function personInn(random: Random, region: string): string {
  const body = `${region}${String(random.between(1, 53)).padStart(2, '0')}${random.digits(6)}`;
  const first = body + checkDigit(body, personWeights);
  return first + checkDigit(first, personSecondWeights);
}

/** КПП of an organization at its own inspection. */
export const kppOf = (inn: string): string => `${inn.slice(0, 4)}01001`;

/** ОГРН: sign 1, two digits of the year, the region, a number, the check digit. */
export function ogrn(random: Random, region: string): string {
  const body = `1${String(random.between(3, 24)).padStart(2, '0')}${region}${random.digits(7)}`;
  return body + ((Number(body) % 11) % 10);
}

/** ОГРНИП: sign 3, fifteen digits. */
export function ogrnip(random: Random, region: string): string {
  const body = `3${String(random.between(4, 24)).padStart(2, '0')}${region}${random.digits(9)}`;
  return body + ((Number(body) % 13) % 10);
}

const keySum = (prefix: string, account: string): number =>
  [...prefix, ...account].reduce((sum, digit, index) => sum + ((Number(digit) * ([7, 1, 3][index % 3] ?? 0)) % 10), 0);

/** Puts the key (ninth digit) into an account whose ninth digit is still 0. */
function withKey(prefix: string, account: string): string {
  for (let key = 0; key < 10; key++) {
    const candidate = account.slice(0, 8) + key + account.slice(9);
    if (keySum(prefix, candidate) % 10 === 0) return candidate;
  }
  throw new Error(`no key fits ${account}`);
}

/** A client's account in a bank: balance account of five digits, roubles, key, branch of the bank, number. */
export const clientAccount = (random: Random, balance: string, bik: string): string =>
  withKey(bik.slice(6), `${balance}8100${String(random.between(0, 12)).padStart(4, '0')}${random.digits(7)}`);

/** The correspondent account of a bank: it ends in the last three digits of the БИК. */
export const correspondentAccount = (bik: string): string =>
  withKey(`0${bik.slice(4, 6)}`, `30101810000000000${bik.slice(6)}`);

/** The single treasury account of a settlement centre; `number` is its last four digits. */
export const treasuryCorrespondent = (bik: string, number: string): string =>
  withKey(`0${bik.slice(4, 6)}`, `401028100${bik.slice(0, 2)}00000${number}`);

/** An account of a state body at the Treasury: it carries no key. */
export const treasuryAccount = (random: Random): string => `03100643${random.digits(8)}${random.digits(4)}`;
