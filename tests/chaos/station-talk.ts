import type { Reply } from '#shared/ipc/bridge.ts';

/** What the process of a workstation is started with. */
export interface StationSettings {
  profileDir: string;
  /** Of its databases, hex. */
  key: string;
  serverUrl: string;
  deviceName: string;
  demo: boolean;
  version: string;
  /** Folder of the bundled threads. */
  bundle: string;
  /** Who sits there. */
  person: string;
}

export type ToStation =
  | { t: 'call'; id: number; channel: string; payload: unknown }
  | { t: 'act'; id: number; seed: number; times: number };

export type FromStation =
  | { t: 'ready' }
  | { t: 'reply'; id: number; reply: Reply }
  /** The window would say "saved" now. */
  | { t: 'saved'; id: string; n: number; name: string }
  | { t: 'refused'; name: string; code: string }
  | { t: 'acted'; id: number; trouble?: string };
