import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '../..');
let dataDir: string;
const started: ChildProcess[] = [];

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opora-start-'));
  await chmod(dataDir, 0o755); // so that the cluster stays inside, under root too
});
test.afterEach(async () => {
  for (const { pid, exitCode, signalCode } of started.splice(0)) {
    if (pid && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  }
  await rm(dataDir, { recursive: true, force: true });
});

interface Start {
  lines: string[];
  child: ChildProcess;
  /** The last line, once it is an address. */
  address: string;
}

/** The command as a person types it, in a process group of its own, as a terminal makes one. */
async function npmStart(...words: string[]): Promise<Start> {
  const child = spawn('npm', ['start', '--silent', '--', '--no-window', ...words], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, OPORA_DATA: dataDir },
  });
  started.push(child);
  const lines: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
  await expect(() => expect(lines.at(-1)).toMatch(/^http:/)).toPass({ timeout: 60_000 });
  return { lines, child, address: lines.at(-1) ?? '' };
}

/** What Ctrl-C does: the signal goes to everybody in the terminal's group. */
async function ctrlC({ child }: Start): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid ?? 0), 'SIGINT');
  return ended;
}

const postmaster = (): string => join(dataDir, 'server/postgres/cluster/postmaster.pid');

test('npm start: seeds, answers at the last line, is shared, ends with the last workstation, starts again quickly', async ({
  page,
}) => {
  const moscow = await npmStart();
  expect(moscow.lines.at(-2)).toMatch(/^Serving Opora to a browser: /);
  expect((await fetch(new URL('/', moscow.address))).status).toBe(200);

  const kazan = await npmStart('--profile', 'kazan');
  expect(kazan.lines.join('\n')).not.toContain('First start');
  await page.goto(kazan.address);
  await page.getByText('Алия Гизатуллина').click();
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();

  await ctrlC(moscow);
  await page.reload();
  await expect(page.getByText('На связи с центром')).toBeVisible();
  await ctrlC(kazan);
  await expect(() => expect(existsSync(postmaster())).toBe(false)).toPass({ timeout: 10_000 });

  const again = await npmStart('--profile', 'kazan');
  await page.goto(again.address);
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
  await ctrlC(again);
});

test('kill -9 of everything a person can see leaves no server behind', async () => {
  const moscow = await npmStart();
  const pid = Number((await readFile(postmaster(), 'utf8')).split('\n')[0]);
  process.kill(-(moscow.child.pid ?? 0), 'SIGKILL');
  await expect(() => expect(() => process.kill(pid, 0)).toThrow()).toPass({ timeout: 15_000 });
});

test('a central server that was killed is started again, and the window is connected without a restart', async ({
  page,
}) => {
  const moscow = await npmStart();
  await page.goto(moscow.address);
  await page.getByText('Анна Крылова').click();
  await expect(page.getByText('На связи с центром')).toBeVisible();
  const door = join(dataDir, 'server/demo-server.json');
  const killed = (JSON.parse(await readFile(door, 'utf8')) as { pid: number }).pid;
  process.kill(killed, 'SIGKILL');
  await expect(page.getByText('На связи с центром')).toBeHidden();
  await expect(page.getByText('На связи с центром')).toBeVisible({ timeout: 45_000 });
  expect((JSON.parse(await readFile(door, 'utf8')) as { pid: number }).pid).not.toBe(killed);
  await ctrlC(moscow);
  await expect(() => expect(existsSync(postmaster())).toBe(false)).toPass({ timeout: 10_000 });
});

test('--lang opens the window in that language, and the next start remembers it', async ({ page }) => {
  const first = await npmStart('--lang', 'en');
  await page.goto(first.address);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await ctrlC(first);
  const second = await npmStart();
  await page.goto(second.address);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await ctrlC(second);
});
