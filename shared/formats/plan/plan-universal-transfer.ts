import type { ImportPlan, PlanContext, PlanDocument, PlanLine } from '#shared/formats/import-plan.ts';
import { boundedKey, type Clamp, clampTo } from '#shared/formats/plan/clamp.ts';
import { type PartyFacts, PartyRegistry, planParty } from '#shared/formats/plan/parties.ts';
import { problemList } from '#shared/formats/problem.ts';
import type {
  SellerTitle,
  TransferLine,
  TransferParty,
  UniversalTransferFile,
} from '#shared/formats/universal-transfer/records.ts';
import { vatRule } from '#shared/formats/universal-transfer/vat.ts';

const factsOf = (party: TransferParty): PartyFacts => ({ ...party, ogrn: party.ogrnip });

/** The one long rate of the format has a short name that fits a column. */
const rateOf = (rate: string | null): string | null =>
  rate !== null && vatRule(rate).rule === 'agent' ? 'налоговый агент' : rate;

const planLine = (row: TransferLine, clamp: Clamp): PlanLine => ({
  position: row.position,
  name: clamp('lineName', row.name ?? '', row.line),
  unit: clamp('unit', row.unit ?? row.unitCode, row.line),
  quantity: clamp('decimal', row.quantity, row.line),
  price: clamp('decimal', row.price, row.line),
  vatRate: clamp('vatRate', rateOf(row.vatRate), row.line),
  sumWithoutVat: row.sumWithoutVat,
  vatSum: row.vatSum,
  sum: row.sum,
});

/** Sum of a column, null when a row has none. */
const added = (rows: readonly TransferLine[], field: 'sum' | 'vatSum'): number | null => {
  let total = 0;
  for (const row of rows) {
    const value = row[field];
    if (value === null) return null;
    total += value;
  }
  return rows.length > 0 ? total : null;
};

/** Names of the goods as far as a line of a register can show them. */
const subjectOf = (title: SellerTitle): string => {
  const names = title.lines.slice(0, 20).flatMap((row) => row.name ?? []);
  const joined = names.join('; ');
  if (joined === '') return title.title ?? title.function;
  return joined.length <= 300 ? joined : `${joined.slice(0, 299).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

const keyOf = (title: SellerTitle): string => {
  const seller = title.sellers[0];
  const correction = title.correction ? `${title.correction.number ?? ''}/${title.correction.date ?? ''}` : '';
  return boundedKey(
    ['upd', seller?.inn ?? seller?.name ?? '', title.function, title.number, title.date, correction].join(':'),
  );
};

const detailsOf = (title: SellerTitle, clamp: Clamp): Record<string, string> => {
  const signer = title.signers[0];
  const pairs: [string, string | null | undefined][] = [
    ['Функция', title.function],
    ['НаимДокОпр', title.title],
    ['ИдФайл', title.fileId],
    ['НомИспр', title.correction?.number],
    ['ДатаИспр', title.correction?.date],
    ['СодОпер', title.transfer?.content],
    ['ДатаПер', title.transfer?.date],
    ['ДатаНачПер', title.transfer?.periodFrom],
    ['ДатаОконПер', title.transfer?.periodTo],
    ['ИдГосКон', title.contractId],
    ['Подписант', signer ? [signer.name, signer.position].filter((part) => part).join(', ') : null],
  ];
  const kept = pairs.flatMap(([name, value]) => (value ? [[name, clamp('detail', value, null)] as const] : []));
  return Object.fromEntries(kept);
};

/** Which party is ours: the one with an ИНН of ours; unknown, the buyer is, since files come from sellers. */
const sidesOf = (title: SellerTitle, ownInns: readonly string[]) => {
  const isOwn = (party: TransferParty) => party.inn !== null && ownInns.includes(party.inn);
  const ownSeller = title.sellers.find(isOwn);
  const ownBuyer = title.buyers.find(isOwn);
  const sold = ownSeller !== undefined && ownBuyer === undefined;
  const other = sold ? title.buyers[0] : title.sellers[0];
  const own = sold ? ownSeller : (ownBuyer ?? title.buyers[0]);
  return { own, other, known: ownSeller !== undefined || ownBuyer !== undefined, sold };
};

const planDocument = (
  title: SellerTitle,
  counterpartyRef: string | null,
  sold: boolean,
  clamp: Clamp,
): PlanDocument => ({
  key: keyOf(title),
  kind: title.function === 'СЧФДОП' || title.function === 'ДОП' ? 'upd' : 'vat_invoice',
  direction: sold ? 'out' : 'in',
  number: clamp('number', title.number, null),
  date: title.date,
  amount: title.totals?.sum ?? added(title.lines, 'sum'),
  vatAmount: title.totals?.vatSum ?? added(title.lines, 'vatSum'),
  currency: title.currency ?? 'RUB',
  counterpartyRef,
  ownAccount: null,
  counterpartyAccount: (sold ? title.buyers[0] : title.sellers[0])?.account ?? null,
  executedOn: title.transfer?.date ?? null,
  dueDate: null,
  subject: clamp('subject', subjectOf(title), null),
  lines: title.lines.map((row) => planLine(row, clamp)),
  basis: title.transfer?.basis ?? [],
  details: detailsOf(title, clamp),
  line: 1,
});

/** Maps a УПД or счёт-фактура to a plan; a buyer's title becomes `acceptance` and creates nothing. */
export const planUniversalTransfer = (file: UniversalTransferFile, context: PlanContext): ImportPlan => {
  const problems = problemList();
  const clamp = clampTo(problems);
  const { document } = file;
  const title = document?.knd === '1115131' ? document : null;
  const sides = title ? sidesOf(title, context.ownInns) : null;
  const registry = new PartyRegistry(clamp, sides?.other ? [factsOf(sides.other)] : []);
  const ref = sides?.other ? registry.counterparty(factsOf(sides.other), sides.other.line) : null;
  if (title && sides && !sides.known && context.ownInns.length > 0) {
    const params = { seller: title.sellers[0]?.inn ?? '', buyer: title.buyers[0]?.inn ?? '' };
    problems.warn('PARTY_NOT_OURS', sides.own?.line ?? null, params);
  }
  const answer = document?.knd === '1115132' ? document : null;
  return {
    source: {
      format: 'universal-transfer',
      version: document?.version ?? null,
      key: title ? keyOf(title) : answer ? boundedKey(`upd-buyer:${answer.fileId ?? answer.sellerFileId}`) : null,
      fileHash: context.fileHash,
      fileName: context.fileName,
      fileId: document?.fileId ?? null,
    },
    own: sides?.own ? planParty(factsOf(sides.own), sides.own.line, clamp) : null,
    counterparties: registry.counterparties(),
    accounts: registry.accounts(),
    documents: title && sides ? [planDocument(title, ref, sides.sold, clamp)] : [],
    balances: [],
    acceptance: answer,
    problems: [...file.problems, ...problems.finish()],
    stopped: file.stopped,
  };
};
