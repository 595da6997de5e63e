import { actingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { roundLine } from '#electron/core/app/queries/approval/rounds.ts';
import { type Staff, staffOf } from '#electron/core/app/queries/company/staff.ts';
import { keyDateLines } from '#electron/core/app/queries/contract-card/key-date-lines.ts';
import { linksOf, paymentsOf } from '#electron/core/app/queries/contract-card/links.ts';
import { moneyOf, obligationLines } from '#electron/core/app/queries/contract-card/obligations.ts';
import { partyOf } from '#electron/core/app/queries/contract-card/party.ts';
import { stagesOf } from '#electron/core/app/queries/contract-card/stages.ts';
import { treeOf } from '#electron/core/app/queries/contract-card/tree.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { RoundLine } from '#shared/queries/approval.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** What the card of a contract shows beside the document itself; null when the document is not on this workstation. */
export function contractCard(
  db: Readable,
  { id }: QueryArgs<'contract.card'>,
  deps: QueryDeps,
): QueryResult<'contract.card'> {
  const document = storedOf(db, 'document', id)?.row;
  if (!document) return null;
  const staff = staffOf(db, deps);
  const today = staff.todayIn(document.branchId);
  const rounds = rowsOf(db, 'approval', `WHERE documentId = ? AND purpose = 'approval' ORDER BY startedAt, id`, id);
  const obligations = obligationLines(db, id, today);
  const links = linksOf(db, id);
  const payments = paymentsOf(
    db,
    document,
    links,
    obligations.map((one) => one.doneBy),
  );
  const definitions = rowsOf(db, 'field_definition', 'WHERE archivedAt IS NULL ORDER BY position, id');
  return {
    stages: stagesOf({
      document,
      current: currentRound(
        db,
        deps,
        staff,
        rounds.find((round) => round.id === document.approvalId),
      ),
      firstRoundAt: rounds[0]?.startedAt ?? null,
      endedAt: endOf(db, document),
      time: staff.timeIn(document.branchId),
    }),
    tree: treeOf(db, document),
    keyDates: keyDateLines(db, document, staff),
    obligations,
    money: moneyOf(document, obligations, payments, today),
    party: partyOf(db, deps, document, staff),
    links,
    payments,
    protocol: rowsOf(db, 'protocol_item', 'WHERE documentId = ? AND archivedAt IS NULL ORDER BY position, id', id),
    definitions: definitions.filter((one) => one.kinds.includes(document.kind)),
  };
}

function currentRound(
  db: Readable,
  deps: QueryDeps,
  staff: Staff,
  round: RowOf<'approval'> | undefined,
): RoundLine | null {
  if (!round) return null;
  return roundLine(round, {
    staff,
    acting: actingHere(db, deps, staff),
    now: deps.now(),
    tasks: rowsOf(db, 'approval_task', 'WHERE approvalId = ?', round.id),
    decisions: rowsOf(db, 'decision', 'WHERE approvalId = ? ORDER BY occurredAt DESC, id DESC', round.id),
    fileNames: new Map(),
  });
}

/** When a contract that is over was completed or terminated. */
function endOf(db: Readable, { id, state }: RowOf<'document'>): number | null {
  if (state !== 'done' && state !== 'void') return null;
  const tail = `WHERE objectId = ? AND objectEntity = 'document' AND action = 'contract.advance' ORDER BY occurredAt DESC LIMIT 1`;
  return rowsOf(db, 'history', tail, id)[0]?.occurredAt ?? null;
}
