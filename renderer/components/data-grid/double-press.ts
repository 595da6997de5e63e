import type { MouseEvent } from 'react';

/** Parts of a row that have a press of their own. */
const OWN_PRESS = 'a, button, input, label, [role="checkbox"]';

/**
 * A double press means the row that stood under the first press. Between the two, a list that is read again may draw its rows anew,
 * and then the browser tells the double click of nobody, or of the row that has moved there.
 * `rowAt` finds the row by the id that its element carries.
 */
export function doublePress<Row>(rowAt: (id: string) => Row | undefined, open: (row: Row) => void) {
  let aimed: Row | undefined;
  return {
    onMouseDownCapture(event: MouseEvent) {
      if (event.button !== 0 || event.detail > 1) return;
      const target = event.target instanceof Element ? event.target : null;
      const id = target?.closest(OWN_PRESS) ? undefined : target?.closest('[row-id]')?.getAttribute('row-id');
      aimed = id ? rowAt(id) : undefined;
    },
    onMouseUpCapture(event: MouseEvent) {
      if (event.button !== 0 || event.detail !== 2 || aimed === undefined) return;
      const row = aimed;
      aimed = undefined;
      open(row);
    },
  };
}
