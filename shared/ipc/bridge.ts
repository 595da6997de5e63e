/** What a window may ask of the core, and what the core tells windows. Both hosts (Electron, browser) carry exactly this. */
export interface Bridge {
  /** Sends one request; never rejects for a refusal of the business: that is a Reply with `ok: false`. */
  call(channel: string, payload: unknown): Promise<Reply>;
  /** Hands each event of the core to the listener; returns the way to stop. */
  on(listener: (event: CoreEvent) => void): () => void;
  readonly host: HostInfo;
}

export type Reply = { ok: true; value: unknown } | { ok: false; error: ReplyError };

/** `code` is one of shared/domain/error.ts; `details` are the parameters of its sentence, never a sentence. */
export interface ReplyError {
  code: string;
  details?: Record<string, unknown>;
}

export interface HostInfo {
  kind: 'electron' | 'browser';
  /** The profile the window belongs to. */
  profile: string;
  /** A demo profile shows the switch "cut the network" and one-click accounts. */
  demo: boolean;
  platform: string;
  version: string;
}

export type CoreEvent =
  /** Rows changed: every query that depends on one of these entities reads again. `ids` is absent when too many changed to list. */
  | { type: 'changed'; changes: { entity: string; ids?: string[] }[] }
  | { type: 'status'; status: unknown }
  | { type: 'progress'; job: string; done: number; total: number; phase: string }
  | { type: 'session' }
  /** The shell (menu, tray, deep link, file drop) asks the window to go somewhere. */
  | { type: 'navigate'; to: string }
  | { type: 'files-dropped'; paths: string[] };

/** A core as its host sees it: the host adds the window, the core adds everything else. Implemented by electron/core/start.ts. */
export interface Core {
  call(channel: string, payload: unknown): Promise<Reply>;
  on(listener: (event: CoreEvent) => void): () => void;
  close(): Promise<void>;
}
