import { create } from 'zustand';
import type { HandledFile } from '#renderer/bridge/files.ts';
import type { CoreError } from '#renderer/data/core-error.ts';
import type { ImportReport } from '#shared/ipc/contract.ts';

/** One file on its way through the import. */
export interface ImportedFile {
  key: number;
  name: string;
  size: number | null;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Known once the host has it. */
  handle: HandledFile | null;
  report: ImportReport | null;
  error: CoreError | null;
}

interface Imports {
  files: readonly ImportedFile[];
  /** Of the file that runs. */
  progress: { done: number; total: number; phase: string } | null;
  add: (files: readonly ImportedFile[]) => void;
  change: (key: number, patch: Partial<ImportedFile>) => void;
  step: (progress: Imports['progress']) => void;
  clear: () => void;
}

/** What this window has imported since it was opened; newest file last. Reports are of the run, the records live in the core. */
export const useImports = create<Imports>()((set) => ({
  files: [],
  progress: null,
  add: (files) => set((before) => ({ files: [...before.files, ...files] })),
  change: (key, patch) =>
    set((before) => ({ files: before.files.map((file) => (file.key === key ? { ...file, ...patch } : file)) })),
  step: (progress) => set({ progress }),
  clear: () => set((before) => ({ files: before.files.filter((file) => unfinished(file)) })),
}));

export const unfinished = ({ state }: ImportedFile): boolean => state === 'waiting' || state === 'running';
