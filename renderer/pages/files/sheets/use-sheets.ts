import { useEffect, useRef, useState } from 'react';
import type { CellPlace, FromSheets, SheetShape, ToSheets } from '#renderer/pages/files/sheets/messages.ts';
import type { SheetLanguage } from '#shared/formats/sheets/cell-text.ts';
import type { SheetProblem } from '#shared/formats/sheets/open-book.ts';
import type { SheetRow } from '#shared/formats/sheets/read-sheet.ts';

/** Rows asked for at once, beginning at multiples of it. */
export const ROWS = 100;

interface State {
  sheets: readonly string[] | null;
  shapes: ReadonlyMap<number, SheetShape>;
  /** Rows by sheet and block. */
  blocks: ReadonlyMap<string, readonly SheetRow[]>;
  found: { query: string; places: readonly CellPlace[]; more: boolean };
}

const empty: State = {
  sheets: null,
  shapes: new Map(),
  blocks: new Map(),
  found: { query: '', places: [], more: false },
};
const blockKey = (sheet: number, block: number): string => `${sheet}/${block}`;

/** A workbook that a thread of its own reads; rows are handed over as they come into sight. */
export function useSheets(bytes: Blob, language: SheetLanguage, onProblem: (problem: SheetProblem) => void) {
  const [state, setState] = useState(empty);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(new Set<string>());
  const problem = useRef(onProblem);
  problem.current = onProblem;
  useEffect(() => {
    const thread = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
    worker.current = thread;
    asked.current = new Set();
    setState(empty);
    thread.onmessage = ({ data }: MessageEvent<FromSheets>) => {
      if (data.t === 'problem') problem.current(data.problem);
      else setState((before) => after(before, data));
      // A block that grew while its sheet was being read is asked for again.
      if (data.t === 'shape') asked.current = new Set();
    };
    thread.onerror = () => problem.current('SHEET_DAMAGED');
    void bytes.arrayBuffer().then((buffer) => {
      if (worker.current === thread)
        thread.postMessage({ t: 'open', bytes: buffer, language } satisfies ToSheets, [buffer]);
    });
    return () => {
      worker.current = null;
      thread.terminate();
    };
  }, [bytes, language]);
  const say = (message: ToSheets): void => worker.current?.postMessage(message);
  return {
    ...state,
    read: (sheet: number) => say({ t: 'sheet', sheet }),
    find: (query: string) => say({ t: 'find', query }),
    /** Rows of a block that are here; those that are not are asked for. */
    block(sheet: number, block: number): readonly SheetRow[] {
      const key = blockKey(sheet, block);
      if (!asked.current.has(key)) {
        asked.current.add(key);
        say({ t: 'rows', sheet, from: block * ROWS, to: (block + 1) * ROWS });
      }
      return state.blocks.get(key) ?? none;
    },
  };
}

const none: readonly SheetRow[] = [];

function after(before: State, data: Exclude<FromSheets, { t: 'problem' }>): State {
  if (data.t === 'opened') return { ...before, sheets: data.sheets };
  if (data.t === 'shape') return { ...before, shapes: new Map(before.shapes).set(data.shape.sheet, data.shape) };
  if (data.t === 'found') return { ...before, found: data };
  return { ...before, blocks: new Map(before.blocks).set(blockKey(data.sheet, data.from / ROWS), data.rows) };
}
