import { expect, test } from 'vitest';
import { importOrders } from '#electron/core/jobs/import-orders.ts';
import { importDocument } from '#shared/commands/import-document.ts';
import { parseClientBank } from '#shared/formats/client-bank/parse.ts';
import type { ImportPlan } from '#shared/formats/import-plan.ts';
import { planClientBank } from '#shared/formats/plan/plan-client-bank.ts';
import { planUniversalTransfer } from '#shared/formats/plan/plan-universal-transfer.ts';
import { parseUniversalTransfer } from '#shared/formats/universal-transfer/parse.ts';
import { statementLines } from '#tests/fixtures/formats/client-bank.ts';
import { ours } from '#tests/fixtures/formats/requisites.ts';
import { transferXml } from '#tests/fixtures/formats/universal-transfer.ts';
import { fileForm } from '#tests/fixtures/kernel/forms.ts';
import { MemoryRows, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { clerk, moscow } from '#tests/fixtures/kernel/rows.ts';

const place = { branchId: moscow, responsibleId: clerk, file: fileForm() };
const context = { fileHash: 'f00d', fileName: null, ownInns: [ours.inn] };
const plans: Record<string, ImportPlan> = {
  'client-bank': planClientBank(parseClientBank(statementLines().join('\n')), context),
  'universal transfer': planUniversalTransfer(parseUniversalTransfer(transferXml({})), context),
};

test.each(Object.entries(plans))(
  '%s: every paper becomes an order that is accepted, and again creates nothing',
  (_name, plan) => {
    const orders = importOrders(plan, place);
    expect(orders.length).toBe(plan.documents.length);
    expect(orders.length).toBeGreaterThan(0);
    const rows = new MemoryRows();
    for (const [n, order] of orders.entries()) {
      expect(importDocument.args.safeParse(order).success).toBe(true);
      expect(order).toMatchObject({ ...place, key: plan.documents[n]?.key, amount: plan.documents[n]?.amount });
      expect(resultOf(rows.run('document.import', order, { as: clerk }))).toMatchObject({ created: true });
    }
    const count = rows.rows.size;
    for (const order of orders)
      expect(resultOf(rows.run('document.import', order))).toMatchObject({ created: false, differs: [] });
    expect(rows.rows.size).toBe(count);
    expect(rows.all('attachment')).toHaveLength(orders.length);
  },
);

test('an account with a problem stays out of the directory', () => {
  const plan = plans['client-bank'] as ImportPlan;
  const spoilt = { ...plan, accounts: plan.accounts.map((one) => ({ ...one, problem: 'ACCOUNT_KEY' })) } as ImportPlan;
  expect(importOrders(plan, place).some((order) => order.accounts.length > 0)).toBe(true);
  expect(importOrders(spoilt, place).every((order) => order.accounts.length === 0)).toBe(true);
});
