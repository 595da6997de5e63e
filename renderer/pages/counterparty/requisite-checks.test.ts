import { describe, expect, test } from 'vitest';
import {
  accountFault,
  bikFault,
  innFault,
  kppFault,
  ogrnFault,
} from '#renderer/pages/counterparty/requisite-checks.ts';

describe('innFault', () => {
  test('a wrong last digit tells the expected one', () => {
    expect(innFault('7707083894', 'legal')).toMatchObject({ code: 'INN_CHECK_DIGIT', params: { expected: '3' } });
    expect(innFault('7707083893', 'legal')).toBeNull();
  });

  test('a right code of another kind is told as such', () => {
    expect(innFault('500100732259', 'legal')?.code).toBe('INN_KIND_10');
    expect(innFault('7707083893', 'entrepreneur')?.code).toBe('INN_KIND_12');
    expect(innFault('500100732259', 'entrepreneur')).toBeNull();
  });

  test('nothing typed is not wrong', () => {
    expect(innFault('', 'legal')).toBeNull();
    expect(kppFault('', 'person')).toBeNull();
    expect(ogrnFault('', 'legal')).toBeNull();
    expect(bikFault('')).toBeNull();
  });
});

test('a КПП of an entrepreneur is a mistake, of a company it has nine characters', () => {
  expect(kppFault('773601001', 'entrepreneur')?.code).toBe('KPP_KIND');
  expect(kppFault('773601001', 'legal')).toBeNull();
  expect(kppFault('77360100', 'legal')?.code).toBe('KPP_FORMAT');
});

test('an ОГРН is checked by its kind and length', () => {
  expect(ogrnFault('1027700132195', 'legal')).toBeNull();
  expect(ogrnFault('1027700132196', 'legal')?.code).toBe('OGRN_CHECK_DIGIT');
  expect(ogrnFault('1027700132195', 'entrepreneur')?.code).toBe('OGRNIP_LENGTH');
});

describe('accountFault', () => {
  test('the key is checked only against a whole БИК', () => {
    const wrong = '40702810900000000001';
    expect(accountFault(wrong, '')).toBeNull();
    expect(accountFault(wrong, '0445')).toBeNull();
    expect(accountFault('4070281090000000000', '044525225')?.code).toBe('ACCOUNT_LENGTH');
  });

  test('one digit changed is noticed', () => {
    // The account of the Bank of Russia's own example for БИК 044525225.
    const right = '40702810938000060473';
    const verdicts = Array.from({ length: 10 }, (_, digit) =>
      accountFault(`${right.slice(0, 19)}${digit}`, '044525225'),
    );
    expect(verdicts.filter((fault) => fault === null)).toHaveLength(1);
  });
});
