import { addDays } from '#build/company/calendar.ts';
import type { Cast } from '#build/company/contracts/cast.ts';
import type { Stage } from '#build/company/contracts/stage.ts';
import { kindPlans } from '#build/company/kinds/kind-plans.ts';
import type { ArgsOf } from '#shared/commands/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Who goes where: traveller, city, purpose, days ago, length, advance in roubles, branch, clerk. */
const trips = [
  ['belov', 'Красноярск', 'Переговоры', 34, 3, 24_000, 'НСК', 'zaitseva'],
  ['tarasov', 'Хабаровск', 'Монтаж и наладка', 41, 6, 38_500, 'ВЛД', 'kim'],
  ['schukina', 'Казань', 'Проверка филиала', 52, 2, 15_000, 'МСК', 'krylova'],
] as const;

/** What came wrong: product, defect, quantity, loss in roubles, demand, days ago, branch, clerk. */
const claims = [
  ['Бумага А4, 80 г/м²', 'Недопоставка', 40, 13_200, 'Замена', 29, 'МСК', 'krylova'],
  ['Картриджи CF226X', 'Брак', 6, 47_400, 'Возврат денег', 37, 'КЗН', 'gizatullina'],
  ['Стеллажи складские', 'Повреждено в пути', 2, 31_000, 'Скидка', 46, 'САМ', 'kuzmina'],
  ['Кабель ВВГ 3×2,5', 'Пересорт', 300, 18_900, 'Замена', 61, 'МСК', 'golubeva'],
] as const;

/** How many of them whoever sees all branches sees: one paper is confidential. */
export const ownPapersSeen = trips.length + claims.length;

/** The company's own kinds with a few papers of each, fields added to letters, and a paper that few may see. */
export function fileOwnPapers(stage: Stage, cast: Cast): void {
  addLetterFields(stage, cast);
  const ids = Object.fromEntries(
    Object.entries(kindPlans).map(([name, plan], n) => [name, makeKind(stage, cast, plan, n)]),
  ) as Record<keyof typeof kindPlans, Id>;
  for (const [n, [who, city, purpose, ago, days, advance, branch, clerk]] of trips.entries()) {
    const from = cast.day(14 - ago);
    file(
      stage,
      cast,
      { clerk, ago, branch },
      {
        ...{ kind: 'memo', kindId: ids.trip, number: `СЗ-К-${n + 1}`, subject: `Командировка: ${city}`, state: 'done' },
        responsibleId: cast.person(who),
        custom: {
          ...{ traveller: cast.person(who), city, purpose, advance: advance * 100 },
          period: { from, to: addDays(from, days - 1) },
        },
      },
    );
  }
  for (const [n, [product, defect, quantity, loss, demand, ago, branch, clerk]] of claims.entries())
    file(
      stage,
      cast,
      { clerk, ago, branch },
      {
        ...{ kind: 'custom', kindId: ids.claim, number: `РК-${n + 1}`, subject: `${defect}: ${product}` },
        ...{ state: n === 0 ? 'wait' : 'done', dueDate: cast.day(20 - ago), amount: loss * 100 },
        custom: { product, defect, quantity, loss: loss * 100, demand, answer_by: cast.day(20 - ago) },
      },
    );
  file(
    stage,
    cast,
    { clerk: 'ten', ago: 33, branch: 'МСК' },
    {
      ...{ kind: 'memo', number: null, subject: 'О пересмотре окладов с нового года', state: 'draft' },
      ...{ isConfidential: true, readers: [cast.person('yartsev')] },
    },
  );
}

function makeKind(stage: Stage, cast: Cast, plan: ArgsOf<'document_kind.create'>, n: number): Id {
  const admin = cast.person('lapin');
  const { id } = stage.run(admin, cast.at(90, 11, n * 10), 'document_kind.create', plan);
  stage.run(admin, cast.at(90, 11, n * 10 + 6), 'document_kind.publish', { id, note: 'Первая версия' });
  return id;
}

/** Of half of the documents of a large company: its registers sort and filter by them as well. */
function addLetterFields(stage: Stage, cast: Cast): void {
  const letters = { kinds: ['incoming', 'outgoing'], required: false } as const;
  const define = (
    minute: number,
    given: Pick<ArgsOf<'field_definition.create'>, 'key' | 'label' | 'type' | 'options'>,
  ) =>
    stage.run(cast.person('lapin'), cast.at(91, 12, minute), 'field_definition.create', {
      ...{ ...letters, kinds: [...letters.kinds], position: 20 + minute },
      ...given,
    });
  define(1, { key: 'sent_by', label: 'Как доставлено', type: 'choice', options: [...ways] });
  define(2, { key: 'sheets', label: 'Листов', type: 'number', options: [] });
}

const ways = ['Почта', 'Курьер', 'ЭДО', 'Лично'] as const;

/** Values of these fields for a letter, out of its id so that they change nothing else about the company. */
export function letterFields(kind: string, id: Id): { custom: Record<string, unknown> } | Record<never, never> {
  if (kind !== 'incoming' && kind !== 'outgoing') return {};
  const chance = Number.parseInt(id.slice(-6), 16);
  if (chance % 8 === 0) return {};
  return { custom: { sent_by: ways[chance % 4] ?? 'Почта', sheets: 1 + (Math.floor(chance / 4) % 24) } };
}

function file(
  stage: Stage,
  cast: Cast,
  { clerk, ago, branch }: { clerk: string; ago: number; branch: string },
  given: Partial<ArgsOf<'document.create'>> & Pick<ArgsOf<'document.create'>, 'kind' | 'subject'>,
): void {
  stage.run(cast.person(clerk), cast.at(ago, 11), 'document.create', {
    ...{ number: null, date: cast.day(-ago), counterpartyId: null, amount: null, vatAmount: null, currency: 'RUB' },
    ...{ state: 'draft', responsibleId: cast.person(clerk), branchId: cast.branch(branch), dueDate: null },
    ...{ note: null, labels: [], ...given },
  });
}
