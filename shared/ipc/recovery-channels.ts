import { z } from 'zod';

/** Why the program came up without its data. The words are the windows' business. */
export const troubleCodes = [
  'DATABASE_CORRUPT',
  'DATABASE_MISSING',
  'DATABASE_KEY',
  'DATABASE_BUSY',
  'NEWER_DATA',
  'MIGRATION_FAILED',
  'DISK_FULL',
  'SETTINGS_DAMAGED',
  'PROFILE_LOCKED',
  'PROFILE_LOCATION',
  'INTERNAL',
] as const;
export type TroubleCode = (typeof troubleCodes)[number];

export interface Trouble {
  code: TroubleCode;
  /** `reason` of a key that cannot be had, `folder` of a profile, `files` that are damaged: codes and names, never sentences. */
  details: Record<string, unknown>;
  /** Whose data it is; null when the whole profile is concerned. */
  person: { login: string; fullName: string } | null;
  /** The rescue of this data runs: a window that was opened meanwhile shows how far it is. */
  rescuing?: true;
}

/** What can be done next. `retry` looks again, `rescue` brings back what is there, `download` needs the centre, `anew` leaves it aside. */
export type RecoveryStep = 'retry' | 'rescue' | 'download' | 'settings' | 'key' | 'anew';

/** What was found before anything is touched. Counts are null where nothing can be read (no key). */
export interface Inspection {
  trouble: Trouble;
  /** The file of the data as it lies there. */
  database: { bytes: number; at: number; state: 'whole' | 'partly' | 'unreadable' } | null;
  /** Copies of the data, newest first; `ok` when it opens and passes its check. */
  backups: { at: number; bytes: number; ok: boolean | null }[];
  /** The second record of everything entered here. */
  journal: { bytes: number; at: number | null; changes: number | null } | null;
  /** Changes the centre had not confirmed, as far as can be told; `readable` of them lie in the damaged file alone. */
  unsent: number | null;
  fromDamaged: number | null;
  /** Files kept in the profile: they are not concerned. */
  files: { count: number; bytes: number };
  disk: { free: number; needed: number };
  centre: 'reachable' | 'unreachable' | 'none';
  /** A second copy of the key is there, so that the recovery key opens it. */
  sealed: boolean;
  /** Where things are set aside, for people who look for them. */
  asideFolder: string;
  /** The one obvious step first. */
  steps: RecoveryStep[];
  /** How the key is kept here; a passphrase can be typed in the page. */
  keyHome: 'system' | 'passphrase' | 'file';
}

/** What came from where. Kept in the profile and shown again from the settings. */
export interface RecoveryReport {
  id: string;
  at: number;
  code: TroubleCode;
  person: string | null;
  base: { from: 'backup' | 'centre' | 'itself' | 'none'; at: number | null; rows: number };
  /** Changes found: in the journal, in the damaged file, both together without doubles. */
  journal: number;
  damaged: number;
  found: number;
  /** Of these the base had so many already; the others were entered again. */
  known: number;
  replayed: number;
  /** Of the replayed so many wait for other records before they take effect here. */
  suspended: number;
  /** Places of the damaged file and of the journal that could not be read. */
  unreadable: number;
  /** Neither the file nor a journal could be read: what had not been sent, if there was anything, lies in the file that was set aside. */
  blind: boolean;
  /** Of the replayed: the centre had had these all along, has taken these now, refused these, and these wait for the link. */
  had: number;
  taken: number;
  refused: number;
  waiting: number;
  files: number;
  aside: { name: string; bytes: number }[];
  asideFolder: string | null;
  /** Access to records that lie in what was set aside was lost since: it is gone, or kept because some of it could not be read. */
  forgotten?: { at: number; gone: boolean };
}

export interface DiagnosticsEntry {
  name: string;
  bytes: number;
  /** The text itself: what is sent is what is seen. */
  text: string;
}

/** Profiles that were set aside because their key was lost. */
export interface AsideProfile {
  stamp: string;
  at: number;
  bytes: number;
  people: number;
  sealed: boolean;
}

const groups = z.array(z.string().max(40)).max(16);

/** Channels of the rescue: they work while everything else does not. Those of keys are answered by the host, which keeps them. */
export const recoveryChannels = {
  'recovery.inspect': z.object({}),
  /** Sets aside, restores, replays. `base` when the person has to be asked which: the centre needs a login. */
  'recovery.rescue': z.object({}),
  'recovery.download': z.object({ login: z.string().max(200), password: z.string().max(500) }),
  'recovery.settings': z.object({}),
  'recovery.retry': z.object({}),
  'recovery.reports': z.object({}),
  /** Looks again after a reading thread met damage. */
  'recovery.check': z.object({}),
  'recovery.use-key': z.object({ groups, passphrase: z.string().max(500).optional() }),
  'recovery.use-passphrase': z.object({ passphrase: z.string().min(1).max(500) }),
  'recovery.anew': z.object({ passphrase: z.string().max(500).optional() }),
  'recovery.key': z.object({}),
  'recovery.confirm-key': z.object({
    answers: z.array(z.object({ group: z.number().int(), text: z.string().max(40) })),
  }),
  'recovery.later-key': z.object({}),
  'recovery.aside': z.object({}),
  'recovery.found-key': z.object({ stamp: z.string().max(60), groups }),
  'diagnostics.preview': z.object({}),
  'diagnostics.make': z.object({}),
} as const;

/** Answered by the host, which keeps the key and can start the core again. */
export type HostChannel = 'recovery.use-key' | 'recovery.use-passphrase';

/** Numbers of the groups that are wrong (from 0); none: the key is well spelt and is not the key of this profile. */
export type KeyAnswer = { ok: true } | { ok: false; wrong: readonly number[] };

export interface RecoveryReplies {
  'recovery.inspect': Inspection;
  'recovery.rescue': RecoveryReport;
  'recovery.download': RecoveryReport;
  'recovery.settings': { restored: string[]; anew: string[]; asideFolder: string };
  'recovery.retry': { open: boolean };
  'recovery.reports': RecoveryReport[];
  'recovery.check': null;
  'recovery.use-key': KeyAnswer;
  'recovery.use-passphrase': KeyAnswer;
  'recovery.anew': { aside: string };
  'recovery.key': { groups: string[]; profile: string; madeAt: number; confirmedAt: number | null };
  'recovery.confirm-key': KeyAnswer;
  'recovery.later-key': null;
  'recovery.aside': AsideProfile[];
  'recovery.found-key': { ok: true; report: RecoveryReport } | { ok: false; wrong: readonly number[] };
  'diagnostics.preview': DiagnosticsEntry[];
  /** The host replaces `localPath` by a `handle`. */
  'diagnostics.make': { localPath: string; name: string; mediaType: string; size: number };
}
