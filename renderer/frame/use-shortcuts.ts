import { useEffect, useRef } from 'react';
import { type Binding, createMatcher } from '#renderer/frame/shortcut-engine.ts';
import { usePanels } from '#renderer/state/panels.ts';

/** Bindings in force, in the order their owners appeared: the page after the frame, a dialog after the page. */
const layers: { bindings: readonly Binding[] }[] = [];
const match = createMatcher();
let listening = false;

const typing = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/** A dialog that has been closed stands in the page until it has faded. */
const lasting = ':not([data-closing], [data-closing] *)';

/** Something lies over the page, or the press belongs to an open list. */
let covered = false;

/** Looks before anybody else has heard of the press: what it closes is gone from the page by the time it gets to us. */
function onPress(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  covered =
    document.querySelector(`[role="dialog"][aria-modal="true"]${lasting}`) !== null ||
    target?.closest(`[role="dialog"]${lasting}, [role="menu"]`) != null ||
    (event.key === 'Escape' && target?.matches('[aria-expanded="true"]') === true);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
  const target = event.target instanceof Element ? event.target : null;
  const inText = target?.matches(typing) ?? false;
  const { letters } = usePanels.getState();
  const usable = layers
    .flatMap((layer) => layer.bindings)
    .filter((binding) => (!inText || binding.whileTyping) && (!covered || binding.inDialog))
    // A person may switch single letters off; combinations and named keys stay.
    .filter((binding) => letters || !/^[A-Z]( |$)/.test(binding.keys));
  const held = { ctrl: event.ctrlKey || event.metaKey, alt: event.altKey };
  // In the Russian layout the question mark lies elsewhere: whoever types it means the map of keys.
  const press =
    event.key === '?' ? { ...held, code: 'Slash', shift: true } : { ...held, code: event.code, shift: event.shiftKey };
  const found = match(usable, press, event.timeStamp);
  if (found === null) return;
  if (found !== 'wait' && found.run() === false) return;
  event.preventDefault();
}

/** Puts the keys in force while the component is mounted. A binding whose `run` returns false lets the press through. */
export function useShortcuts(bindings: readonly Binding[]): void {
  const layer = useRef({ bindings });
  layer.current.bindings = bindings;
  useEffect(() => {
    if (!listening) {
      window.addEventListener('keydown', onPress, { capture: true });
      window.addEventListener('keydown', onKeyDown);
      listening = true;
    }
    const own = layer.current;
    layers.push(own);
    return () => void layers.splice(layers.indexOf(own), 1);
  }, []);
}
