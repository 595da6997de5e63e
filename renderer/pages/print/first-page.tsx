import { useEffect, useRef, useState } from 'react';
import { openPdf } from '#renderer/pages/print/open-pdf.ts';
import css from '#renderer/pages/print/print.module.css';

/** Around the page, in pixels. */
const AROUND = 32;

/** The first page of a PDF, whole: where a stamp stands on it is seen at once. */
export function FirstPage({ bytes, label, onProblem }: { bytes: Blob; label: string; onProblem: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const problem = useRef(onProblem);
  problem.current = onProblem;
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!room) return;
    let gone = false;
    const opening = openPdf(bytes);
    const draw = async (): Promise<void> => {
      const page = await (await (await opening).promise).getPage(1);
      const element = canvas.current;
      if (gone || !element) return;
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min((room.width - AROUND) / width, (room.height - AROUND) / height, 2);
      const viewport = page.getViewport({ scale: scale * devicePixelRatio });
      // Drawn aside first: the former page stays until the new one is whole.
      const aside = document.createElement('canvas');
      aside.width = Math.ceil(viewport.width);
      aside.height = Math.ceil(viewport.height);
      await page.render({ canvas: aside, viewport }).promise;
      if (gone) return;
      element.width = aside.width;
      element.height = aside.height;
      Object.assign(element.style, { width: `${width * scale}px`, height: `${height * scale}px` });
      element.getContext('2d')?.drawImage(aside, 0, 0);
    };
    draw().catch(() => !gone && problem.current());
    return () => {
      gone = true;
      void opening.then((task) => task.destroy());
    };
  }, [bytes, room]);
  return (
    <div ref={place} className={css['first']}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
