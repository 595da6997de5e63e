import type { BatchSize } from '#electron/core/sync/batch-size.ts';
import type { SlicePorts } from '#electron/core/sync/page-slices.ts';
import type { ScopeCheckPorts } from '#electron/core/sync/scope-check.ts';
import type { Up } from '#shared/sync/up.ts';

/** What the exchange of a workstation needs of the world around it. */
export interface SyncPorts extends SlicePorts, Pick<ScopeCheckPorts, 'reader'> {
  /** Hands a message to the connection; false when there is none. */
  send(message: Up): boolean;
  token(): string | null;
  newName(): string;
  /** Something that the status bar shows has changed. */
  moved(): void;
  /** Rows of one page at most. */
  pageLimit?: number;
  /** How many commands the first push carries. */
  firstBatch?: BatchSize;
  /** The centre does not know the session any more. */
  sessionEnded(): void;
}
