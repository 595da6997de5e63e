import { afterAll, beforeAll, describe } from 'vitest';
import type { ServerStore } from '#server/sync/store-port.ts';
import { changesSuite } from '#tests/conformance/server-store-changes.ts';
import { commandsSuite } from '#tests/conformance/server-store-commands.ts';
import { digestsSuite } from '#tests/conformance/server-store-digests.ts';
import { dueSuite } from '#tests/conformance/server-store-due.ts';
import { rowsSuite } from '#tests/conformance/server-store-rows.ts';
import { transactionsSuite } from '#tests/conformance/server-store-transactions.ts';
import type { Subject } from '#tests/conformance/subject.ts';

/** What a correct ServerStore is. Every implementation runs exactly this. */
export function serverStoreConformance(
  name: string,
  open: () => Promise<{ store: ServerStore; close(): Promise<void> }>,
): void {
  describe(`server store: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>> | undefined;
    let organizations = 0;
    const running = (): ServerStore => {
      if (!opened) throw new Error('the store did not open');
      return opened.store;
    };
    const subject: Subject = {
      store: running,
      async organization() {
        organizations += 1;
        const org = `org-${organizations}`;
        await running().createOrganization(org, 'epoch');
        return org;
      },
    };
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    rowsSuite(subject);
    dueSuite(subject);
    changesSuite(subject);
    commandsSuite(subject);
    digestsSuite(subject);
    transactionsSuite(subject);
  });
}
