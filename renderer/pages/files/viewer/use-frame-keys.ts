import type { KeyboardEvent, RefObject } from 'react';
import type { Finding } from '#renderer/pages/files/viewer/use-steps.ts';
import type { Zooming } from '#renderer/pages/files/viewer/viewer-bar.tsx';

/** Keys of a file on view: Ctrl+F looks for words, F3 goes on, plus and minus change the scale. Others belong to the browser. */
export function useFrameKeys(parts: {
  field: RefObject<HTMLInputElement | null>;
  finding?: Finding;
  zooming?: Zooming;
}) {
  const { field, finding, zooming } = parts;
  return (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.ctrlKey && event.code === 'KeyF' && field.current) {
      field.current.select();
      return done();
    }
    if (event.key === 'F3' && finding) {
      finding.step(event.shiftKey ? -1 : 1);
      return done();
    }
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !zooming) return;
    if (event.key === '+' || event.key === '=') zooming.step(1);
    else if (event.key === '-') zooming.step(-1);
    else if (event.key === '0') zooming.fit();
    else return;
    done();
  };
}
