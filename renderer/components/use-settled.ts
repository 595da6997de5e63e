import { useEffect, useState } from 'react';

let pressed = false;
let watched = false;
const waiting = new Set<() => void>();

/** Follows the pointer of the whole window; once for all fields. */
function watch(): void {
  if (watched) return;
  watched = true;
  const settleAll = () => {
    pressed = false;
    for (const settle of [...waiting]) settle();
  };
  // The click of a press is told right after it ends: only then may anything move.
  const release = () => setTimeout(settleAll);
  // Whoever hears the click may look for the faults that it brings: what it has hit is certain by now.
  addEventListener('click', settleAll, true);
  addEventListener(
    'pointerdown',
    () => {
      pressed = true;
    },
    true,
  );
  for (const end of ['pointerup', 'pointercancel', 'dragend']) addEventListener(end, release, true);
  // Of the window itself, not of the fields in it: the end of the press is told elsewhere then.
  addEventListener('blur', release);
}

/**
 * What stands beneath a field, as it may be shown: while a button of the mouse is held nothing changes. A press on a button below leaves
 * the field first; a hint or an error that came then would move the button away from under the pointer, and the click would be lost.
 */
export function useSettled<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    watch();
    const settle = () => {
      if (pressed) return;
      waiting.delete(settle);
      setShown(() => value);
    };
    waiting.add(settle);
    settle();
    return () => void waiting.delete(settle);
  }, [value]);
  return pressed ? shown : value;
}
