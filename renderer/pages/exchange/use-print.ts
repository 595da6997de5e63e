import { useEffect, useState } from 'react';

/** What goes to paper: everything by default, or for one printing something else. `print` opens the system's printing. */
export function usePrint<Value>(all: Value): { shown: Value; print: (only?: Value) => void } {
  const [only, setOnly] = useState<{ value: Value } | null>(null);
  useEffect(() => {
    if (only === null) return;
    const done = () => setOnly(null);
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [only]);
  return { shown: only ? only.value : all, print: (value = all) => setOnly({ value }) };
}
