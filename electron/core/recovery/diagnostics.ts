import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { places } from '#electron/core/profile/places.ts';
import type { CoreLog } from '#electron/core/recovery/log.ts';
import { isSealed, keyFits } from '#electron/core/recovery/recovery-key.ts';
import { recoveryPlaces, stampOf, weigh } from '#electron/core/recovery/recovery-places.ts';
import { storedReports } from '#electron/core/recovery/report.ts';
import { isSound } from '#electron/core/recovery/restore.ts';
import { isWhole } from '#electron/core/recovery/salvage.ts';
import { damagedFiles } from '#electron/core/recovery/small-files.ts';
import type { CoreSettings } from '#electron/core/settings.ts';
import { listBackups } from '#electron/core/store/backups.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { journalFacts } from '#electron/core/store/journal/segments.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { entityNames } from '#shared/domain/registry.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';
import type { DiagnosticsEntry, Trouble } from '#shared/ipc/recovery-channels.ts';
import { protocolVersion, schemaVersion } from '#shared/sync/version.ts';

export interface DiagnosticsParts {
  settings: CoreSettings;
  /** The open database of a person; null when none is. */
  open: { db: Readable; userId: string } | null;
  trouble: (Trouble & { userId: string | null }) | null;
  status: SyncStatus;
  log: CoreLog;
  now: number;
}

/** So many bundles are kept in the profile. */
const keptBundles = 3;

/**
 * Everything IT needs to see what is wrong, and nothing that a person typed: versions, figures, codes and results of checks. What is
 * sent is these texts, so what is shown before is all of it.
 */
export function diagnosticsEntries(parts: DiagnosticsParts): DiagnosticsEntry[] {
  const { settings, log } = parts;
  const reports = storedReports(settings.profileDir).map(({ id, report }) => {
    const { replayedIds, userId: _person, asideFolder: _folder, aside, ...figures } = report;
    const { at, base } = figures;
    const times = { at: moment(at), base: { ...base, at: moment(base.at) } };
    return { id, ...figures, ...times, ids: replayedIds.length, aside: aside.map((one) => one.bytes) };
  });
  return [
    entry('versions.json', versions(parts)),
    entry('exchange.json', exchange(parts)),
    entry('counts.json', counts(parts)),
    entry('checks.json', checks(parts)),
    entry('recoveries.json', reports),
    text('core.log', log.tail()),
  ];
}

/** Writes the bundle into the profile; returns where it lies. */
export function writeBundle(profileDir: string, entries: readonly DiagnosticsEntry[], now: number) {
  const folder = recoveryPlaces(profileDir).bundles;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `opora-diagnostics-${stampOf(now).slice(0, 19)}.zip`;
  const bytes = zipSync(Object.fromEntries(entries.map((one) => [one.name, strToU8(one.text)])), { level: 6 });
  writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  const older = readdirSync(folder).sort().reverse().slice(keptBundles);
  for (const one of older) rmSync(join(folder, one));
  return { localPath: join(folder, name), name, mediaType: 'application/zip', size: bytes.length };
}

function versions({ settings, now }: DiagnosticsParts) {
  return {
    program: settings.version,
    ...{ schema: schemaVersion, protocol: protocolVersion },
    runtime: { node: process.versions.node, electron: process.versions['electron'] ?? null },
    system: { platform: process.platform, type: type(), release: release(), arch: arch(), processors: cpus().length },
    memory: totalmem(),
    demo: settings.demo,
    keyHome: settings.keyHome ?? null,
    at: new Date(now).toISOString(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

function exchange({ status, open, settings, trouble }: DiagnosticsParts) {
  const { problem, ...rest } = status;
  const meta = (name: 'cursor' | 'lastN' | 'leftN' | 'issuedN' | 'membershipSeq') =>
    open ? (readMeta(open.db, name) ?? null) : null;
  const diverged = open && readMeta(open.db, 'diverged');
  return {
    ...rest,
    // Details of a problem may name things: its code says enough.
    problem: problem?.code ?? null,
    centreIsSet: settings.serverUrl !== null,
    ...{ cursor: meta('cursor'), lastN: meta('lastN'), leftN: meta('leftN'), issuedN: meta('issuedN') },
    membershipSeq: meta('membershipSeq'),
    scopes: open ? (readMeta(open.db, 'scopes')?.length ?? 0) : null,
    // The last time that rows here were not the centre's, and how many scopes were fetched anew for it.
    diverged: diverged ? { at: moment(diverged.at), scopes: diverged.scopes.length } : null,
    trouble: trouble && { code: trouble.code, reason: code(trouble.details['reason']) },
  };
}

function counts({ open }: DiagnosticsParts) {
  if (!open) return { open: false };
  const { db } = open;
  const rows = Object.fromEntries(
    entityNames.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]),
  );
  const outbox = db.prepare('SELECT state, name, count(*) AS count FROM outbox GROUP BY state, name').all();
  const refusals = db
    .prepare(`SELECT code, count(*) AS count FROM outbox WHERE state = 'rejected' GROUP BY code`)
    .all();
  const files = db.prepare('SELECT here, uploaded, count(*) AS count FROM file GROUP BY here, uploaded').all();
  return { open: true, rows, outbox, refusals, files };
}

function checks({ settings, open, trouble }: DiagnosticsParts) {
  const { profileDir } = settings;
  const key = Buffer.from(settings.key);
  const userId = open?.userId ?? trouble?.userId ?? null;
  const path = userId ? places(profileDir).database(userId) : null;
  const { bavail, bsize, blocks } = statfsSync(profileDir);
  return {
    database: open ? { whole: isWhole(open.db) } : { there: path !== null && existsSync(path) },
    backups: path
      ? listBackups(path).map((one) => ({
          at: new Date(one.at).toISOString(),
          bytes: one.size,
          sound: isSound(one.path, key),
        }))
      : [],
    journal: path ? journalOf(path) : null,
    smallFiles: { damaged: damagedFiles(profileDir) },
    key: { trouble: settings.keyTrouble ?? null, sealed: isSealed(profileDir), fits: keyFits(profileDir, key) ?? null },
    files: weigh(places(profileDir).files),
    aside: weigh(recoveryPlaces(profileDir).aside),
    disk: { free: bavail * bsize, size: blocks * bsize },
  };
}

function journalOf(path: string) {
  const facts = journalFacts(dirname(path));
  return facts && { bytes: facts.bytes, from: moment(facts.from), to: moment(facts.to) };
}

/** A time as IT reads it; null when there is none. */
const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const code = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Z0-9_]{1,60}$/.test(value) ? value : null;

const entry = (name: string, value: unknown): DiagnosticsEntry => text(name, `${JSON.stringify(value, null, 2)}\n`);
const text = (name: string, value: string): DiagnosticsEntry => ({
  name,
  text: value,
  bytes: Buffer.byteLength(value),
});
