import type { ProblemList } from '#shared/formats/problem.ts';
import type { TransferParty } from '#shared/formats/universal-transfer/records.ts';
import { attribute, child, childrenOf, type XmlElement } from '#shared/formats/xml/tree.ts';
import { checkAccount, checkAccountKey, checkBik } from '#shared/lib/requisites/account.ts';
import type { RequisiteCheck } from '#shared/lib/requisites/check.ts';
import { checkInn } from '#shared/lib/requisites/inn.ts';
import { checkKpp } from '#shared/lib/requisites/kpp.ts';
import { checkOgrnip } from '#shared/lib/requisites/ogrn.ts';

/** ФИО as one line: фамилия имя отчество. */
export const readFullName = (element: XmlElement | null): string | null => {
  const name = child(element, 'ФИО');
  const parts = ['Фамилия', 'Имя', 'Отчество'].flatMap((part) => attribute(name, part) ?? []);
  return parts.length > 0 ? parts.join(' ') : null;
};

const russianAddress = (address: XmlElement): string => {
  // 5.01 gives only the region's code, which is no part of a written address.
  const region = attribute(address, 'НаимРегион');
  const named = ['Район', 'Город', 'НаселПункт', 'Улица'].flatMap((part) => attribute(address, part) ?? []);
  const house = [
    ['Дом', 'д. '],
    ['Корпус', 'корп. '],
    ['Кварт', 'кв. '],
  ].flatMap(([part = '', prefix = '']) => {
    const value = attribute(address, part);
    // Programs write both «11» and «д. 11».
    return value === null ? [] : [/^\d/.test(value) ? prefix + value : value];
  });
  const rest = attribute(address, 'ИныеСвед');
  return [attribute(address, 'Индекс'), region, ...named, ...house, rest].filter((part) => part !== null).join(', ');
};

/** АдрГАР spells each level as an element with a kind and a name. */
const registerAddress = (address: XmlElement): string =>
  [
    attribute(address, 'Индекс'),
    ...address.children
      .filter((level) => level.name !== 'Регион')
      .map((level) => {
        const kind = attribute(level, 'Вид', 'Тип');
        const name = attribute(level, 'Наим', 'Номер') ?? level.text;
        return kind ? `${kind} ${name}` : name;
      }),
  ]
    .filter((part) => part)
    .join(', ');

const readAddress = (party: XmlElement): string | null => {
  const address = child(party, 'Адрес');
  const russian = child(address, 'АдрРФ');
  if (russian) return russianAddress(russian) || null;
  const register = child(address, 'АдрГАР');
  if (register) return registerAddress(register) || null;
  const free = child(address, 'АдрИнф');
  return free
    ? [attribute(free, 'НаимСтран'), attribute(free, 'АдрТекст')].filter((part) => part).join(', ') || null
    : null;
};

const kinds = {
  СвЮЛУч: 'legal',
  СвИП: 'entrepreneur',
  СвФЛУч: 'person',
  СвФЛУчастФХЖ: 'person',
  СвИнНеУч: 'foreign',
} as const;

/** A party (УчастникТип of 5.01 and 5.02/5.03); null when it is not identified at all. */
export const readParty = (element: XmlElement, problems: ProblemList): TransferParty | null => {
  const identity = child(element, 'ИдСв')?.children.find((each) => Object.hasOwn(kinds, each.name));
  const name = attribute(identity, 'НаимОрг', 'Наим') ?? readFullName(identity ?? null);
  if (!identity || !name) {
    problems.warn('PARTY_MISSING', element.line, { party: element.name });
    return null;
  }
  const bank = child(element, 'БанкРекв');
  const contact = child(element, 'Контакт');
  const party: TransferParty = {
    kind: kinds[identity.name as keyof typeof kinds],
    name,
    shortName: attribute(element, 'СокрНаим', 'КраткНазв'),
    inn: attribute(identity, 'ИННЮЛ', 'ИННФЛ'),
    kpp: attribute(identity, 'КПП'),
    ogrnip: attribute(identity, 'ОГРНИП'),
    okpo: attribute(element, 'ОКПО'),
    address: readAddress(element),
    phone: attribute(contact, 'Тлф') ?? (childrenOf(contact, 'Тлф')[0]?.text || null),
    email: attribute(contact, 'ЭлПочта') ?? (childrenOf(contact, 'ЭлПочта')[0]?.text || null),
    account: attribute(bank, 'НомерСчета'),
    bankName: attribute(child(bank, 'СвБанк'), 'НаимБанк'),
    bik: attribute(child(bank, 'СвБанк'), 'БИК'),
    corrAccount: attribute(child(bank, 'СвБанк'), 'КорСчет'),
    line: identity.line,
  };
  checkParty(party, element.name, problems);
  return party;
};

const checkParty = (party: TransferParty, role: string, problems: ProblemList): void => {
  const report = (requisite: string, value: string | null, check: (value: string) => RequisiteCheck) => {
    const result = value === null ? null : check(value);
    if (!result || result.ok) return;
    problems.warn('REQUISITE_WRONG', party.line, { party: role, requisite, reason: result.code, value: value ?? '' });
  };
  const { bik } = party;
  const whole = bik !== null && checkBik(bik).ok ? bik : null;
  const keyed = (account: string) => (whole === null ? checkAccount(account) : checkAccountKey(account, whole));
  report('inn', party.inn, checkInn);
  report('kpp', party.kpp, checkKpp);
  report('ogrnip', party.ogrnip, checkOgrnip);
  report('bik', bik, checkBik);
  // A foreign party's account is not of the Russian plan of accounts.
  if (party.kind === 'foreign') return;
  report('account', party.account, keyed);
  report('corrAccount', party.corrAccount, keyed);
};
