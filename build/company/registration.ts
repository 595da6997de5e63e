import { branchPlans } from '#build/company/branches.ts';
import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';

/** Journals of every branch. Orders are numbered by the centre alone: their numbers go by the days on which they were signed. */
const journals = [
  { index: 'ВХ', name: 'Входящие документы', kinds: ['incoming'], leaseSize: 20 },
  { index: 'ИСХ', name: 'Исходящие документы', kinds: ['outgoing', 'letter'], leaseSize: 20 },
  { index: 'ВН', name: 'Внутренние документы', kinds: ['internal', 'memo'], leaseSize: 10 },
  { index: 'ПР', name: 'Приказы', kinds: ['order'], leaseSize: 0 },
] as const;

type CasePlan = [index: string, title: string, retention: number | null, article: string | null, isEpk: boolean];

/** Terms and articles by the list of documents of Rosarkhiv (order № 236 of 20 December 2019). */
const caseFiles: readonly CasePlan[] = [
  ['01-02', 'Приказы по основной деятельности', null, 'ст. 19а', false],
  ['01-05', 'Переписка с контрагентами', 5, 'ст. 70', true],
  ['01-06', 'Переписка с органами власти', 5, 'ст. 70', true],
  ['01-09', 'Служебные записки', 5, null, false],
  ['02-01', 'Договоры и документы к ним', 5, 'ст. 11', true],
  ['03-04', 'Счета, акты и накладные', 5, 'ст. 277', false],
  ['04-01', 'Приказы по личному составу', 50, 'ст. 434', true],
];

/**
 * Journals and case files of the year, as the administrator entered them. They go on counting where the numbers end that documents of the
 * company already have; `typed` are those.
 */
export function setUpRegistration(stage: Stage, cast: Cast, typed: Iterable<string>): void {
  const admin = cast.person('lapin');
  const year = cast.day(0).slice(0, 4);
  const last = lastNumbers(typed);
  let at = cast.at(30, 15);
  const next = (): number => {
    at += 2 * 60_000;
    return at;
  };
  for (const [place, branch] of branchPlans.entries())
    for (const [position, { name, index, kinds, leaseSize }] of journals.entries())
      stage.run(admin, next(), 'journal.create', {
        ...{ name: `${name}, ${branch.city}`, index, branchId: cast.branch(branch.code), kinds: [...kinds] },
        ...{ pattern: '{journal}-{branch}/{yyyy}-{seq:5}', period: 'year', leaseSize },
        ...{ startsAt: (last.get(`${index}-${branch.code}/${year}`) ?? 0) + 1, startsIn: year },
        position: place * journals.length + position,
      });
  for (const [index, title, retention, article, isEpk] of caseFiles)
    stage.run(admin, next(), 'case_file.create', {
      ...{ index, title, retention, article, isEpk, branchId: null, year: Number(year) },
      ...{ openedOn: `${year}-01-01`, closedOn: null },
    });
}

/** The highest number of each journal and year, by what stands before it: `ВХ-МСК/2026`. */
function lastNumbers(typed: Iterable<string>): Map<string, number> {
  const last = new Map<string, number>();
  for (const number of typed) {
    const [, journal = '', seq] = /^(.+\/\d{4})-(\d{5,})$/.exec(number) ?? [];
    if (seq) last.set(journal, Math.max(last.get(journal) ?? 0, Number(seq)));
  }
  return last;
}
