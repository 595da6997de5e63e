import type { KeyboardEvent } from 'react';

export interface GridKeyActions {
  move: (by: number) => void;
  open: (newWindow: boolean) => void;
  preview: () => void;
  toggle: (upTo: boolean) => void;
  selectAll: () => void;
  clear: () => boolean;
  /** Opens or closes the band under the cursor; false where there is none. */
  band: (open: boolean | undefined) => boolean;
}

/**
 * The keys of a list, by physical key, so that they work in both layouts. Arrows, Home, End and pages are the library's own.
 * Returns a handler for the grid's wrapper; what it does not know goes on to the page.
 */
export function gridKeyHandler(actions: GridKeyActions) {
  return (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const act = pick(event, command, actions);
    if (!act) return;
    if (act() === false) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function pick(event: KeyboardEvent, command: boolean, actions: GridKeyActions): (() => unknown) | undefined {
  // Enter and Space belong to a focused header button, not to the rows.
  const onButton = event.target instanceof HTMLButtonElement;
  switch (event.code) {
    case 'KeyJ':
      return command ? undefined : () => actions.move(1);
    case 'KeyK':
      return command ? undefined : () => actions.move(-1);
    case 'KeyX':
      return command ? undefined : () => actions.toggle(event.shiftKey);
    case 'KeyA':
      return command ? () => actions.selectAll() : undefined;
    case 'ArrowLeft':
      return command ? undefined : () => actions.band(false);
    case 'ArrowRight':
      return command ? undefined : () => actions.band(true);
    case 'Enter':
    case 'NumpadEnter':
      return onButton ? undefined : () => actions.band(undefined) || actions.open(command);
    case 'Space':
      return onButton ? undefined : () => actions.band(undefined) || actions.preview();
    case 'Escape':
      return () => actions.clear();
    default:
      return undefined;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');
}
