import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { House } from '#tests/chaos/house.ts';
import { org } from '#tests/simulation/company.ts';

const run = promisify(execFile);

/** A backup of the centre as an operator without tools makes it: everything stopped, files copied. */
export async function keepCentre(house: House): Promise<void> {
  const { cluster, servers, serverFiles } = house;
  await Promise.all(servers.map((one) => one.stop()));
  await cluster.stop();
  await cluster.keep();
  await rm(`${serverFiles}.kept`, { recursive: true, force: true });
  await run('cp', ['-a', serverFiles, `${serverFiles}.kept`]);
  await cluster.start();
  await Promise.all(servers.map((one) => one.start()));
  house.hasBackup = true;
}

/** The centre is what it was at its backup; `filesToo`: its files as well, `rotate`: the operator said so to everybody. */
export async function restoreCentre(house: House, how: { filesToo: boolean; rotate: boolean }): Promise<void> {
  const { cluster, servers, serverFiles, pool } = house;
  await Promise.all(servers.map((one) => one.stop('SIGKILL')));
  await cluster.stop();
  await cluster.putBack();
  if (how.filesToo) {
    await rm(serverFiles, { recursive: true, force: true });
    await run('cp', ['-a', `${serverFiles}.kept`, serverFiles]);
  }
  await cluster.start();
  if (how.rotate) await pool.query('UPDATE organization SET epoch = $2 WHERE org_id = $1', [org, randomUUID()]);
  await Promise.all(servers.map((one) => one.start()));
}
