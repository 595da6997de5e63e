import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memo, useEffect, useRef, useState } from 'react';
import type { PageSize } from '#renderer/pages/files/pdf/page-layout.ts';
import { type PageText, type PdfText, piecesOf } from '#renderer/pages/files/pdf/page-text.ts';
import type { Place } from '#renderer/pages/files/viewer/find-text.ts';
import type { Marks } from '#renderer/pages/files/viewer/marks.ts';
import css from '#renderer/pages/files/viewer/viewer.module.css';

/** A page that only flies by while a person scrolls is not drawn, milliseconds. */
const REST = 50;
/** Dots of a page at most: a plan of A0 must not take the memory of the window. */
const MOST_DOTS = 16_000_000;

interface PageProps {
  pdf: PDFDocumentProxy;
  words: PdfText;
  marks: Marks;
  /** From 0. */
  page: number;
  label: string;
  scale: number;
  top: number;
  size: PageSize;
  places: readonly Place[];
  now: Place | null;
  onMeasured: (page: number, size: PageSize) => void;
  onFail: () => void;
}

/** One page: its picture, and its words over it. */
export const PdfPage = memo(function PdfPage(props: PageProps) {
  const { pdf, words, marks, page, scale, top, size, places, now } = props;
  const picture = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const told = useRef(props);
  told.current = props;
  const [shown, setShown] = useState<{ text: PageText; spans: readonly HTMLElement[] } | null>(null);

  useEffect(() => {
    let gone = false;
    let cancel = () => {};
    const draw = async (): Promise<void> => {
      const opened = await pdf.getPage(page + 1);
      if (gone) return;
      const { width, height } = opened.getViewport({ scale: 1 });
      told.current.onMeasured(page, { width, height });
      const drawn = picturePage(opened, scale);
      cancel = drawn.cancel;
      const canvas = await drawn.done;
      if (!gone) picture.current?.replaceChildren(canvas);
    };
    // A file that is closed while its page is on the way refuses it: nobody waits for it any more.
    const timer = setTimeout(() => draw().catch(() => !gone && told.current.onFail()), page === 0 ? 0 : REST);
    return () => {
      gone = true;
      clearTimeout(timer);
      cancel();
    };
  }, [pdf, page, scale]);

  useEffect(() => {
    const container = layer.current;
    if (!container) return;
    let gone = false;
    let made: TextLayer | null = null;
    const lay = async (): Promise<void> => {
      const [text, opened] = await Promise.all([words.page(page), pdf.getPage(page + 1)]);
      if (gone) return;
      container.replaceChildren();
      made = new TextLayer({
        textContentSource: text.content,
        container,
        viewport: opened.getViewport({ scale: 1 }),
      });
      await made.render();
      if (!gone) setShown({ text, spans: made.textDivs });
    };
    const timer = setTimeout(() => lay().catch(() => undefined), REST * 2);
    return () => {
      gone = true;
      clearTimeout(timer);
      made?.cancel();
      setShown(null);
    };
  }, [pdf, words, page]);

  useEffect(() => {
    if (!shown) return;
    const rangesOf = (place: Place): Range[] =>
      piecesOf(shown.text, place).flatMap(({ piece, from, to }) => {
        const text = shown.spans[piece]?.firstChild;
        if (!(text instanceof Text) || to > text.length) return [];
        const range = new Range();
        range.setStart(text, from);
        range.setEnd(text, to);
        return [range];
      });
    marks.set(page, places.flatMap(rangesOf), now ? rangesOf(now) : []);
    return () => marks.remove(page);
  }, [shown, marks, page, places, now]);

  return (
    <div
      className={css['sheet']}
      style={{ top, width: size.width * scale, height: size.height * scale, left: '50%', translate: '-50% 0' }}
    >
      <div ref={picture} className={css['drawn']} role="img" aria-label={props.label} />
      <div ref={layer} className={css['words']} style={{ '--total-scale-factor': scale } as React.CSSProperties} />
    </div>
  );
});

function picturePage(page: PDFPageProxy, scale: number): { done: Promise<HTMLCanvasElement>; cancel: () => void } {
  const plain = page.getViewport({ scale: 1 });
  const sharp = scale * Math.min(2, window.devicePixelRatio || 1);
  const most = Math.sqrt(MOST_DOTS / (plain.width * plain.height));
  const viewport = page.getViewport({ scale: Math.min(sharp, most) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport });
  return { done: task.promise.then(() => canvas), cancel: () => task.cancel() };
}
