import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * What goes to paper: nothing until something is printed, then `all` or, for one printing, something else.
 * `print` opens the system's printing.
 */
export function usePrint<Value>(all: Value): { shown: Value | null; print: (only?: Value) => void } {
  const [paper, setPaper] = useState<{ value: Value; asked: boolean } | null>(null);
  const latest = useRef(all);
  latest.current = all;
  useEffect(() => {
    // The window's own menu prints without asking the page: the paper has to be there at once.
    const before = () => flushSync(() => setPaper((now) => now ?? { value: latest.current, asked: false }));
    const after = () => setPaper(null);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  useEffect(() => {
    if (paper?.asked) window.print();
  }, [paper]);
  return { shown: paper?.value ?? null, print: (value = all) => setPaper({ value, asked: true }) };
}
