import { useEffect, useState } from 'react';

/**
 * The value as it was when the last question had been answered: while one is under way, what is typed meanwhile waits and only the newest of it
 * is asked. Questions that nobody wants any more never reach the core.
 */
export function useSettled<Value>(value: Value, busy: boolean): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (!busy) setSettled(value);
  }, [value, busy]);
  return settled;
}
