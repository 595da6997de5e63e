import { correspondentAccount, treasuryCorrespondent } from '#build/company/requisites.ts';

export interface Bank {
  name: string;
  bik: string;
  corrAccount: string;
}

// The banks are invented; the first digits of a БИК are those of the region, the last three are the bank's own.
const commercial: readonly (readonly [string, string])[] = [
  ['ПАО «Банк Полярная звезда», г. Москва', '044525186'],
  ['АО «Торговый дом-Банк», г. Москва', '044525913'],
  ['ПАО КБ «Столичный расчётный», г. Москва', '044525438'],
  ['АО Банк «Волжский берег», г. Самара', '043601872'],
  ['ПАО «Самарский купеческий банк», г. Самара', '043601734'],
  ['ПАО Банк «Идель-Капитал», г. Казань', '049205817'],
  ['АО КБ «Казанский посад», г. Казань', '049205629'],
  ['ПАО «Сибирский промышленный банк», г. Новосибирск', '045004846'],
  ['АО Банк «Обь», г. Новосибирск', '045004718'],
  ['ПАО «Тихоокеанский торговый банк», г. Владивосток', '040507763'],
  ['АО Банк «Залив», г. Владивосток', '040507851'],
];

export const banks: readonly Bank[] = commercial.map(([name, bik]) => ({
  name,
  bik,
  corrAccount: correspondentAccount(bik),
}));

/** Banks of a region by the digits of its БИК (БИК begins with 04 and two digits of the territory). */
export const banksOf = (territory: string): readonly Bank[] => banks.filter((bank) => bank.bik.startsWith(territory));

const treasuries: Record<string, readonly [string, string]> = {
  '77': ['ОКЦ № 1 ГУ Банка России по ЦФО//УФК по г. Москве', '004525988'],
  '16': ['ОКЦ № 3 ВВГУ Банка России//УФК по Республике Татарстан', '019205400'],
  '63': ['ОКЦ № 2 ВВГУ Банка России//УФК по Самарской области', '013601205'],
  '54': ['Сибирское ГУ Банка России//УФК по Новосибирской области', '015004950'],
  '25': ['Дальневосточное ГУ Банка России//УФК по Приморскому краю', '010507002'],
};

/** Where the state bodies of a region keep their accounts. */
export function treasuryOf(region: string): Bank {
  const [name, bik] = treasuries[region] ?? (treasuries['77'] as readonly [string, string]);
  return { name, bik, corrAccount: treasuryCorrespondent(bik, '0003') };
}
