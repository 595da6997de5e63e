import { relatedColumns } from '#electron/core/app/queries/contract-card/related.ts';
import { papersOfContracts } from '#electron/core/app/queries/relations/papers-of-contracts.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import type { RelatedDocument } from '#shared/queries/contract.ts';
import {
  type Balance,
  type ContractBalance,
  countedStates,
  endedStates,
  type Figure,
  figureKinds,
} from '#shared/queries/relations.ts';

const within = 'IN (SELECT value FROM json_each(?))';
/** Contracts that the page tells one by one. */
const mostContracts = 100;
const underWay = `d.kind = 'contract' AND d.archivedAt IS NULL AND d.state NOT IN ('${endedStates.join("', '")}')`;

type Payer = Balance['payer'];

/** What papers come to; `payer` of the schedule decides where no payment does. */
export function balanceOf(sums: readonly { kind: DocumentKind; sum: number }[], scheduled: Payer): Balance {
  const of = (figure: Figure) => sums.filter(({ kind }) => isOf(figure, kind)).reduce((sum, one) => sum + one.sum, 0);
  const [paidIn, paidOut, closings] = [of('paidIn'), of('paidOut'), of('closings')];
  const payer: Payer = paidIn === paidOut ? scheduled : paidIn > paidOut ? 'they' : 'we';
  // What went back lessens what was paid.
  const paid = payer === 'they' ? paidIn - paidOut : paidOut - paidIn;
  return { invoices: of('invoices'), closings, paidIn, paidOut, payer, debt: closings - paid };
}

const isOf = (figure: Figure, kind: DocumentKind): boolean => (figureKinds[figure] as readonly string[]).includes(kind);
const figures = Object.keys(figureKinds) as Figure[];

/** Whether a paper's money is in one of the figures. */
const counts = ({ kind, state, currency }: RelatedDocument): boolean =>
  currency === 'RUB' && countedStates.includes(state) && figures.some((figure) => isOf(figure, kind));

/** Contracts under way with what belongs to each, the largest first. */
export function contractBalances(db: Readable, family: string): { contracts: ContractBalance[]; count: number } {
  const sql = `SELECT ${relatedColumns}, d.expiresOn,
      (SELECT side FROM obligation o WHERE o.documentId = d.id AND o.kind = 'payment' AND o.archivedAt IS NULL LIMIT 1) AS side
    FROM document d WHERE d.counterpartyId ${within} AND ${underWay} ORDER BY d.amount DESC, d.date DESC`;
  type Row = RelatedDocument & { expiresOn: string | null; side: 'ours' | 'theirs' | null };
  const rows = prepared(db, sql).all(family) as Row[];
  const shown = rows.slice(0, mostContracts);
  const papers = papersOfContracts(db, family, shown);
  const contracts = shown.map(({ expiresOn, side, ...contract }): ContractBalance => {
    const own = (papers.get(contract.id) ?? []).filter(counts);
    const payer: Payer = side === null ? null : side === 'ours' ? 'we' : 'they';
    const documents = own.slice(0, mostDocuments).map((one) => one.id);
    const sums = own.map(({ kind, amount }) => ({ kind, sum: amount ?? 0 }));
    return { contract, expiresOn, documents, ...balanceOf(sums, payer) };
  });
  return { contracts, count: rows.length };
}

/** As many as a register can be asked for by their ids. */
const mostDocuments = 500;
