import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPassword } from '#server/plugins/demo.ts';
import type { SessionState } from '#shared/ipc/contract.ts';
import fillCompany from '#tests/e2e/global-setup.ts';
import { type Office, openOffice } from '#tests/e2e/support/office.ts';
import { screenshots } from './build-program.ts';
import { type Started, start } from './harness.ts';

// The whole of it: a desktop window whose core exchanges with a centre that has the demo company.
let emptyCompany: () => Promise<void>;
let office: Office;
let opened: Started;

beforeAll(async () => {
  emptyCompany = await fillCompany();
  office = await openOffice();
  opened = await start(office.dataDir, ['--demo', '--profile=moscow', `--server=${office.url}`]);
}, 120_000);
afterAll(async () => {
  await opened.app.close();
  await office.stop();
  await emptyCompany();
});

/** The value of a reply; a refusal fails the test with its code. */
async function call<Value>(channel: string, payload: unknown): Promise<Value> {
  const reply = await opened.page.evaluate(
    ([name, value]) => window.opora.call(name as string, value),
    [channel, payload],
  );
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply.error)}`);
  return reply.value as Value;
}

const documents = (text: string) =>
  call<{ total: number; rows: { id: string; subject: string; receipt: unknown }[] }>('query.run', {
    name: 'document.list',
    args: { filter: text === '' ? {} : { text }, sort: { column: 'date', direction: 'desc' }, start: 0, end: 20 },
  });

it('a person logs in and the company arrives', async () => {
  const [account] = await call<{ login: string; fullName: string }[]>('session.accounts', {});
  await call('session.login', { login: account?.login, password: demoPassword });
  await expect
    .poll(async () => (await call<SessionState>('session.state', {})).stage, { timeout: 15_000 })
    .toBe('open');
  expect((await documents('')).total).toBeGreaterThan(100);
});

it('a document created in the window is in its register and reaches the centre', async () => {
  const { user } = await call<SessionState>('session.state', {});
  const { result } = await call<{ result: { id: string } }>('command.run', {
    name: 'document.create',
    args: {
      kind: 'incoming',
      number: null,
      date: '2026-05-13',
      subject: 'О поставке электроподстанции',
      counterpartyId: null,
      amount: null,
      vatAmount: null,
      currency: 'RUB',
      state: 'draft',
      responsibleId: user?.id ?? null,
      branchId: user?.branchId,
      dueDate: null,
      note: null,
      labels: [],
    },
  });
  expect((await documents('электроподстанцию')).rows).toMatchObject([{ id: result.id }]);
  const waiting = async () => (await call<{ waiting: number; sending: number }>('sync.status', {})).waiting;
  await expect.poll(waiting, { timeout: 15_000 }).toBe(0);
});

it('a file of the centre is read by its handle, and the page never learns where it lies', async () => {
  const { rows } = await documents('');
  const cards = await Promise.all(
    rows.map(({ id }) => call<{ attachments: { id: string }[] }>('query.run', { name: 'document.card', args: { id } })),
  );
  const attachmentId = cards.flatMap((card) => card.attachments)[0]?.id;
  const file = await call<{ handle: string; name: string; mediaType: string; size: number }>('files.open', {
    attachmentId,
  });
  expect(JSON.stringify(file)).not.toContain(office.dataDir);
  const read = await opened.page.evaluate(async (handle) => {
    const answer = await fetch(`./files/${encodeURIComponent(handle)}`);
    return { status: answer.status, type: answer.headers.get('content-type'), size: (await answer.blob()).size };
  }, file.handle);
  expect(read).toEqual({ status: 200, type: file.mediaType, size: file.size });
});

it('the page shows the register, and asks for nothing that its policy forbids', async () => {
  await opened.page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', (event) => {
      broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await opened.page.reload();
  await expect.poll(() => opened.page.locator('.ag-row').count()).toBeGreaterThan(5);
  await opened.page.screenshot({ path: join(screenshots, 'register.png') });
  expect(opened.said.filter((line) => /content security policy/i.test(line))).toEqual([]);
  // A library that tries `new Function` and catches is counted too: zod does, unless `z.config({ jitless: true })` came first.
  expect(await opened.page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
});
