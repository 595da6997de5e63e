import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import type { GetWindow } from '#renderer/components/data-grid/types.ts';

/**
 * Windows as the library asks for them, block by block. Neighbours asked for at one moment come in one answer and are drawn together:
 * a jump often lands between two, and drawn one after the other the rest of the screen would be drawn twice.
 */
export function joinedSource<Row>(getWindow: GetWindow<Row>, painted: () => void): IDatasource {
  let asked: IGetRowsParams[] = [];
  const read = (blocks: readonly IGetRowsParams[]): void => {
    const start = blocks[0]?.startRow ?? 0;
    getWindow(start, blocks.at(-1)?.endRow ?? start).then(
      ({ rows, total }) => {
        for (const { startRow, endRow, successCallback } of blocks)
          successCallback(rows.slice(startRow - start, endRow - start), total);
        painted();
      },
      () => {
        for (const { failCallback } of blocks) failCallback();
      },
    );
  };
  return {
    getRows(block) {
      asked.push(block);
      if (asked.length > 1) return;
      setTimeout(() => {
        const now = asked;
        asked = [];
        for (const run of runsOf(now)) read(run);
      });
    },
  };
}

/** Blocks that follow one another, together. */
function runsOf(blocks: readonly IGetRowsParams[]): IGetRowsParams[][] {
  const runs: IGetRowsParams[][] = [];
  for (const block of blocks.toSorted((one, other) => one.startRow - other.startRow)) {
    const last = runs.at(-1);
    if (last?.at(-1)?.endRow === block.startRow) last.push(block);
    else runs.push([block]);
  }
  return runs;
}
