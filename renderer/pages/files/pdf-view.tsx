import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/files.module.css';

GlobalWorkerOptions.workerSrc = worker;

/** A PDF, one page at a time, as wide as its place. Scripts and forms of the file are not run. */
export function PdfView({ bytes, onFail }: { bytes: Blob; onFail: () => void }) {
  const t = useWords('files');
  const common = useWords('common');
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [page, setPage] = useState(1);
  const fail = useRef(onFail);
  fail.current = onFail;
  useEffect(() => {
    let gone = false;
    const loading = bytes.arrayBuffer().then((data) =>
      getDocument({
        data,

        enableXfa: false,
        useWasm: false,
        standardFontDataUrl: './pdf/standard_fonts/',
      }),
    );
    loading.then((task) => task.promise.then((opened) => !gone && setPdf(opened))).catch(() => !gone && fail.current());
    return () => {
      gone = true;
      void loading.then((task) => task.destroy());
    };
  }, [bytes]);
  if (!pdf) return null;
  return (
    <div className={css['pdf']}>
      <PdfPage pdf={pdf} page={page} label={t('page', { page })} onFail={() => fail.current()} />
      {pdf.numPages > 1 && (
        <div className={css['turner']}>
          <button
            type="button"
            aria-label={common('previousPage')}
            disabled={page === 1}
            onClick={() => setPage(page - 1)}
          >
            <IconChevronLeft size={16} stroke={1.6} />
          </button>
          <span>{t('pageOf', { page, pages: pdf.numPages })}</span>
          <button
            type="button"
            aria-label={common('nextPage')}
            disabled={page === pdf.numPages}
            onClick={() => setPage(page + 1)}
          >
            <IconChevronRight size={16} stroke={1.6} />
          </button>
        </div>
      )}
    </div>
  );
}

function PdfPage(props: { pdf: PDFDocumentProxy; page: number; label: string; onFail: () => void }) {
  const { pdf, page, label } = props;
  const fail = useRef(props.onFail);
  fail.current = props.onFail;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const place = canvas.current?.parentElement;
    if (!place) return;
    const follow = new ResizeObserver(() => setWidth(Math.round(place.clientWidth)));
    follow.observe(place);
    return () => follow.disconnect();
  }, []);
  useEffect(() => {
    const target = canvas.current;
    if (!target || width === 0) return;
    let cancel = () => {};
    let gone = false;
    const draw = (opened: PDFPageProxy): void => {
      if (gone) return;
      const plain = opened.getViewport({ scale: 1 });
      // Two device pixels per dot at most: a scan of A0 must not take the memory of the window.
      const sharp = Math.min(2, window.devicePixelRatio || 1);
      const viewport = opened.getViewport({ scale: (width / plain.width) * sharp });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const task = opened.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      task.promise.catch(() => undefined);
    };
    // A file that is closed while its page is on the way refuses it: nobody waits for it any more.
    pdf
      .getPage(page)
      .then(draw)
      .catch(() => !gone && fail.current());
    return () => {
      gone = true;
      cancel();
    };
  }, [pdf, page, width]);
  return <canvas ref={canvas} className={css['page']} role="img" aria-label={label} />;
}
