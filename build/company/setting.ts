import type { BranchPlan } from '#build/company/branches.ts';
import { addDays, longDate, monthName, monthsBefore, spoken, workingDayFrom } from '#build/company/calendar.ts';
import type { Party } from '#build/company/counterparties.ts';
import type { Random } from '#build/company/random.ts';
import { inCase } from '#build/company/trade.ts';
import { trades } from '#build/company/trades.ts';

/** Everything the words of a document may speak about. */
export interface Setting {
  random: Random;
  branch: BranchPlan;
  /** Date of the document. */
  date: string;
  party: Party | null;
  /** Number of a contract with that party, when there is one. */
  contract: string | null;
  /** Two colleagues, by name. */
  person: string;
  other: string;
  /** The matter in hand: [noun, complement]. */
  matter: Parameters<typeof inCase>[0];
}

const general: Setting['matter'][] = [
  ['обслуживание', 'складской техники'],
  ['ремонт', 'освещения'],
  ['проведение', 'инвентаризации'],
  ['хранение', 'архивных дел'],
  ['обучение', 'новых сотрудников'],
  ['замена', 'пропусков'],
];

export const matterOf = (random: Random, party: Party | null): Setting['matter'] =>
  random.pick(party === null || party.trade === 'authority' ? general : trades[party.trade].matters);

/** Fills `{slots}` of a phrase; every occurrence is drawn anew. */
export function fill(phrase: string, setting: Setting): string {
  const filled = phrase.replace(/\{(\w+)\}/g, (_, slot: keyof typeof slots) => slots[slot](setting));
  // «о аренде» is «об аренде».
  return filled.replace(/(^| )([Оо]) (?=[аоуэиАОУЭИ])/g, '$1$2б ');
}

const slots = {
  /** Поставка бумаги · поставки бумаги · поставке бумаги */
  What: ({ matter }: Setting) => inCase(matter, 0),
  what: ({ matter }: Setting) => lowerFirst(inCase(matter, 0)),
  ofWhat: ({ matter }: Setting) => inCase(matter, 1),
  aboutWhat: ({ matter }: Setting) => inCase(matter, 2),
  site: ({ random, branch }: Setting) => random.pick(branch.sites),
  city: ({ branch }: Setting) => branch.city,
  branch: ({ branch }: Setting) => branch.code,
  person: ({ person }: Setting) => person,
  other: ({ other }: Setting) => other,
  party: ({ party }: Setting) => (party ? partyName(party) : 'подрядчик'),
  contract: ({ contract, date, random }: Setting) =>
    contract ?? `№ ${random.between(3, 480)}/${date.slice(2, 4)} от ${spoken(addDays(date, -random.between(40, 400)))}`,
  paper: ({ random }: Setting) => `№ ${random.between(11, 2_980)}`,
  date: ({ date, random }: Setting) => spoken(workingDayFrom(addDays(date, random.between(3, 40)))),
  past: ({ date, random }: Setting) => spoken(workingDayFrom(addDays(date, -random.between(3, 45)))),
  dayAfter: ({ date, random }: Setting) => longDate(workingDayFrom(addDays(date, random.between(5, 30)))),
  month: ({ date }: Setting) => monthName(monthsBefore(date, 1)),
  inMonth: ({ date }: Setting) => monthName(monthsBefore(date, 1), 2),
  ofMonth: ({ date }: Setting) => monthName(date, 1),
  year: ({ date }: Setting) => date.slice(0, 4),
  nextYear: ({ date }: Setting) => String(Number(date.slice(0, 4)) + 1),
  quarter: ({ date }: Setting) => `${['I', 'II', 'III', 'IV'][Math.floor((Number(date.slice(5, 7)) - 1) / 3)]} квартал`,
  few: ({ random }: Setting) => String(random.between(2, 9)),
  one: ({ random }: Setting) => String(random.between(1, 4)),
  many: ({ random }: Setting) => String(random.between(12, 96)),
  percent: ({ random }: Setting) => String(random.between(3, 18)),
  waybill: ({ random }: Setting) => `${random.pick(['ТТН', 'ТН', 'ЭР'])}-${random.between(1_000, 9_800)}`,
  parcel: ({ random, branch }: Setting) =>
    `${branch.region}:${random.between(10, 48)}:${String(random.between(10_100, 90_990)).padStart(7, '0')}:${random.between(12, 990)}`,
  plate: ({ random, branch }: Setting) =>
    `${random.pick(['А', 'В', 'Е', 'К', 'М', 'Н', 'О', 'Р', 'С', 'Т'])}${random.digits(3)}${random.pick(['КМ', 'ОР', 'ТС', 'ВЕ', 'МН'])} ${branch.region}`,
} satisfies Record<string, (setting: Setting) => string>;

/** «Сибирские технологии», ООО: as the registers show it. */
export const partyName = (party: Party): string => (party.form === null ? party.name : `${party.name}, ${party.form}`);

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
