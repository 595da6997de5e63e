import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAccount, checkAccountKey, checkBik } from '#shared/lib/requisites/account.ts';
import type { RequisiteCheck } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkKpp } from '#shared/lib/requisites/kpp.ts';
import { checkOgrn, checkOgrnip } from '#shared/lib/requisites/ogrn.ts';
import { checkOkpo } from '#shared/lib/requisites/okpo.ts';
import { checkSnils } from '#shared/lib/requisites/snils.ts';

const code = (result: RequisiteCheck) => (result.ok ? 'ok' : result.code);

describe('codes of requisites', () => {
  it.each([
    ['7707083893', 'ok'],
    ['7707049388', 'ok'],
    ['6449013711', 'ok'],
    ['500100732259', 'ok'],
    ['635277570478', 'ok'],
    ['7707083894', 'INN_CHECK_DIGIT'],
    ['1111111111', 'INN_CHECK_DIGIT'],
    ['500100732258', 'INN_CHECK_DIGIT'],
    ['500100732249', 'INN_CHECK_DIGIT'],
    ['0000000000', 'INN_ZERO'],
    ['000000000000', 'INN_ZERO'],
    ['77070838931', 'INN_LENGTH'],
    ['', 'INN_LENGTH'],
    ['77070838 3', 'INN_DIGITS'],
    ['٧٧٠٧٠٨٣٨٩٣', 'INN_DIGITS'],
  ])('ИНН %s is %s', (inn, expected) => expect(code(checkInn(inn))).toBe(expected));

  it('names the digit an ИНН should end with', () => {
    expect(checkInn('7707083894')).toEqual({
      ok: false,
      code: 'INN_CHECK_DIGIT',
      params: { value: '7707083894', expected: '3' },
    });
  });

  it.each([
    ['771401001', 'ok'],
    ['7714AB001', 'ok'],
    ['7714010?1', 'KPP_FORMAT'],
    ['77140100', 'KPP_FORMAT'],
    ['7714ab001', 'KPP_FORMAT'],
    ['000000000', 'KPP_ZERO'],
  ])('КПП %s is %s', (kpp, expected) => expect(code(checkKpp(kpp))).toBe(expected));

  it.each([
    ['1027700132195', 'ok'],
    ['1027700132196', 'OGRN_CHECK_DIGIT'],
    ['0000000000000', 'OGRN_ZERO'],
    ['102770013219', 'OGRN_LENGTH'],
  ])('ОГРН %s is %s', (ogrn, expected) => expect(code(checkOgrn(ogrn))).toBe(expected));

  it.each([
    ['304500116000157', 'ok'],
    ['304500116000154', 'OGRNIP_CHECK_DIGIT'],
    ['000000000000000', 'OGRNIP_ZERO'],
    ['1027700132195', 'OGRNIP_LENGTH'],
  ])('ОГРНИП %s is %s', (ogrnip, expected) => expect(code(checkOgrnip(ogrnip))).toBe(expected));

  it.each([
    ['112-233-445 95', 'ok'],
    ['11223344595', 'ok'],
    ['112-233-445 96', 'SNILS_CHECK_DIGIT'],
    ['000-000-000 00', 'SNILS_ZERO'],
    ['112-233-445', 'SNILS_LENGTH'],
  ])('СНИЛС %s is %s', (snils, expected) => expect(code(checkSnils(snils))).toBe(expected));

  it.each([
    ['00032537', 'ok'],
    ['47296611', 'ok'],
    ['00032538', 'OKPO_CHECK_DIGIT'],
    ['00000000', 'OKPO_ZERO'],
    ['0032537', 'OKPO_LENGTH'],
  ])('ОКПО %s is %s', (okpo, expected) => expect(code(checkOkpo(okpo))).toBe(expected));

  it.each([
    ['044525225', 'ok'],
    ['04452522', 'BIK_LENGTH'],
    ['000000000', 'BIK_ZERO'],
    ['04452522A', 'BIK_DIGITS'],
  ])('БИК %s is %s', (bik, expected) => expect(code(checkBik(bik))).toBe(expected));

  it.each([
    ['049805746', '40602810700000000025', 'ok'],
    ['044525593', '40702810801400016513', 'ok'],
    ['044525225', '30101810400000000225', 'ok'],
    ['017003983', '40102810445370000059', 'ok'],
    ['017003983', '03100643000000017500', 'ok'],
    ['049805746', '40602810700000000026', 'ACCOUNT_KEY'],
    ['044525225', '40702810801400016513', 'ACCOUNT_KEY'],
    ['044525225', '30101810400000000226', 'ACCOUNT_KEY'],
    ['017003983', '40102810445370000058', 'ACCOUNT_KEY'],
    ['049805746', '4060281070000000002', 'ACCOUNT_LENGTH'],
    ['049805746', '00000000000000000000', 'ACCOUNT_ZERO'],
    ['04980574', '40602810700000000025', 'BIK_LENGTH'],
  ])('БИК %s with account %s is %s', (bik, account, expected) => {
    expect(code(checkAccountKey(account, bik))).toBe(expected);
  });

  it('checks an account without its bank by shape alone', () => {
    expect(checkAccount('40602810700000000026')).toEqual({ ok: true });
    expect(code(checkAccount('12312312312312312'))).toBe('ACCOUNT_LENGTH');
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const change = (text: string, at: number, by: number): string =>
  text.slice(0, at) + String((Number(text[at]) + by) % 10) + text.slice(at + 1);

describe('checksums', () => {
  const oneLastDigit = (check: (value: string) => RequisiteCheck, length: number) =>
    fc.assert(
      fc.property(digits(length - 1), (base) => {
        const right = [...'0123456789'].filter((digit) => check(base + digit).ok);
        expect(right).toHaveLength(1);
      }),
    );

  it('accept exactly one last digit', () => {
    oneLastDigit(checkInn, 10);
    oneLastDigit(checkOgrn, 13);
    oneLastDigit(checkOgrnip, 15);
    oneLastDigit(checkOkpo, 8);
    oneLastDigit(checkOkpo, 10);
  });

  it('find any one changed digit of an ИНН 10 (an ИНН ending in 0 stands for two remainders, so it is left out)', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (base, at, by) => {
        const last = [...'123456789'].find((digit) => checkInn(base + digit).ok);
        fc.pre(last !== undefined);
        expect(code(checkInn(change(base + last, at, by)))).not.toBe('ok');
      }),
    );
  });

  it('find any one changed digit of an account, whatever the bank', () => {
    fc.assert(
      fc.property(digits(19), digits(9), fc.nat(19), fc.integer({ min: 1, max: 9 }), (tail, bik, at, by) => {
        fc.pre(!/^(301|40102|03)/.test(`4${tail}`) && !/00[012]$/.test(bik));
        const account = [...'0123456789'].map((key) => `4${tail.slice(0, 7)}${key}${tail.slice(8)}`);
        const valid = account.filter((each) => checkAccountKey(each, bik).ok);
        expect(valid).toHaveLength(1);
        const changed = change(valid[0] ?? '', at, by);
        fc.pre(!/^(301|40102|03)/.test(changed) && !/^0+$/.test(changed));
        expect(code(checkAccountKey(changed, bik))).toBe('ACCOUNT_KEY');
      }),
    );
  });
});
