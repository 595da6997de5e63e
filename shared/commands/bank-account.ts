import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { standingParty } from '#shared/commands/counterparty-chain.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { updateRow } from '#shared/commands/update-row.ts';
import { bankAccount } from '#shared/domain/bank-account.ts';
import { Refusal } from '#shared/domain/error.ts';
import { badAccount } from '#shared/domain/requisite-rules.ts';

const fields = bankAccount.fields;
export const bankAccountForm = z.object({
  account: fields.account.schema,
  bik: fields.bik.schema,
  bankName: fields.bankName.schema,
  corrAccount: fields.corrAccount.schema,
  currency: fields.currency.schema,
});

export const addBankAccount = command({
  name: 'bank_account.add',
  version: 1,
  args: bankAccountForm.extend({ counterpartyId: z.string() }),
  about: (args) => ({ entity: 'counterparty', id: args.counterpartyId }),
  *decide(tx, args, context) {
    const owner = yield* standingParty(tx, yield* tx.existing('counterparty', args.counterpartyId));
    notArchived('counterparty', owner);
    const bad = badAccount(args.account, args.bik);
    if (bad) throw new Refusal('BAD_REQUISITE', { ...bad });
    const same = yield* tx.list('bank_account', 'owner', owner.id, 100);
    if (same.some((one) => one.account === args.account && one.bik === args.bik && one.archivedAt === null)) {
      throw new Refusal('ALREADY_EXISTS', { entity: 'bank_account', account: args.account });
    }
    const id = tx.id();
    tx.put('bank_account', { ...args, counterpartyId: owner.id, id, createdAt: context.occurredAt, archivedAt: null });
    return { id };
  },
});

export const updateBankAccount = command({
  name: 'bank_account.update',
  version: 1,
  args: z.object({ id: z.string(), patch: bankAccountForm.partial(), base: z.record(z.string(), z.unknown()) }),
  about: (args) => ({ entity: 'bank_account', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('bank_account', args.id);
    notArchived('bank_account', row);
    yield* ownerLives(tx, row.counterpartyId);
    const { account = row.account, bik = row.bik } = args.patch;
    const bad = badAccount(account, bik);
    if (bad) throw new Refusal('BAD_REQUISITE', { ...bad });
    return yield* updateRow(tx, context, 'bank_account', row, args, 'bank_account.update');
  },
});

export const archiveBankAccount = command({
  name: 'bank_account.archive',
  version: 1,
  args: z.object({ id: z.string() }),
  about: (args) => ({ entity: 'bank_account', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* tx.existing('bank_account', args.id);
    yield* ownerLives(tx, row.counterpartyId);
    if (row.archivedAt === null) tx.patch('bank_account', row, { archivedAt: context.occurredAt });
    return {};
  },
});

/** What is in the archive is not changed, nor is what belongs to it. Our own accounts have no owner. */
function* ownerLives(tx: Transaction, id: string | null): Reading<void> {
  if (id === null) return;
  notArchived('counterparty', yield* standingParty(tx, yield* tx.existing('counterparty', id)));
}

function notArchived(entity: 'counterparty' | 'bank_account', row: { id: string; archivedAt: number | null }): void {
  if (row.archivedAt !== null) throw new Refusal('ARCHIVED', { entity, id: row.id });
}
