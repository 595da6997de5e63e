import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { layOut, pageAt } from '#renderer/pages/files/pdf/page-layout.ts';
import { PdfText } from '#renderer/pages/files/pdf/page-text.ts';
import { PdfPage } from '#renderer/pages/files/pdf/pdf-page.tsx';
import { usePdf } from '#renderer/pages/files/pdf/use-pdf.ts';
import { byPages, usePdfFind } from '#renderer/pages/files/pdf/use-pdf-find.ts';
import { Marks } from '#renderer/pages/files/viewer/marks.ts';
import { useFrame } from '#renderer/pages/files/viewer/use-frame.ts';
import { useFrameKeys } from '#renderer/pages/files/viewer/use-frame-keys.ts';
import { useZoom } from '#renderer/pages/files/viewer/use-zoom.ts';
import css from '#renderer/pages/files/viewer/viewer.module.css';
import { ViewerBar } from '#renderer/pages/files/viewer/viewer-bar.tsx';
import type { DocumentProblem } from '#shared/domain/redline.ts';

/** Pixels above and below the sight that are drawn beforehand. */
const AHEAD = 500;

/** A PDF: all its pages under each other, of which only those in sight are drawn. `find`: words to begin with. */
export function PdfView(props: {
  bytes: Blob;
  name: string;
  find?: string | undefined;
  onProblem: (problem: DocumentProblem) => void;
}) {
  const t = useWords('files');
  const preview = useWords('preview');
  const { opened, measured } = usePdf(props.bytes, props.onProblem);
  const pdf = opened?.pdf;
  const { frame, top, width, height } = useFrame(opened !== null);
  const words = useMemo(() => (pdf ? new PdfText(pdf) : null), [pdf]);
  const [marks] = useState(() => new Marks());
  useEffect(() => () => marks.clear(), [marks]);
  const finding = usePdfFind(words, props.find);
  const [zoom, setZoom] = useState<number | null>(null);
  const layout = useMemo(() => layOut(opened?.sizes ?? [], zoom, width), [opened?.sizes, zoom, width]);
  const at = pageAt(layout, top + height / 3);
  const zooming = useZoom(layout.scales[at] ?? 1, zoom, setZoom);
  const field = useRef<HTMLInputElement>(null);
  const problem = useRef(props.onProblem);
  problem.current = props.onProblem;
  const [failed] = useState(() => () => problem.current('PDF_DAMAGED'));
  const keys = useFrameKeys({ field, finding, zooming });

  // Another scale leaves the person on the page and the line they were on.
  const before = useRef(layout);
  useEffect(() => {
    const was = before.current;
    before.current = layout;
    const target = frame.current;
    if (!target || was.tops.length !== layout.tops.length || was === layout) return;
    const page = pageAt(was, target.scrollTop);
    const into = (target.scrollTop - (was.tops[page] ?? 0)) / (was.scales[page] || 1);
    if (was.scales[page] !== layout.scales[page])
      target.scrollTop = (layout.tops[page] ?? 0) + into * (layout.scales[page] ?? 1);
  }, [layout, frame]);

  const { now } = finding;
  const reached = useRef<unknown>(null);
  useEffect(() => {
    const target = frame.current;
    if (!now || !target || !words || width === 0 || reached.current === now) return;
    reached.current = now;
    let gone = false;
    void words.page(now.page).then(({ pieces, starts }) => {
      const piece = pieces[starts.findLastIndex((start) => start <= now.place[0])];
      const fromBottom = piece?.transform[5] ?? 0;
      const size = opened?.sizes[now.page];
      if (gone || !size) return;
      const down = (size.height - fromBottom) * (layout.scales[now.page] ?? 1);
      target.scrollTop = (layout.tops[now.page] ?? 0) + down - target.clientHeight / 3;
    });
    return () => {
      gone = true;
    };
  }, [now, words, layout, opened?.sizes, frame, width]);

  const placesOf = useMemo(() => byPages(finding.places), [finding.places]);
  if (!opened || !pdf || !words) return null;
  const [first, last] = [pageAt(layout, top - AHEAD), pageAt(layout, top + height + AHEAD)];
  const inSight = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const go = (page: number): void => {
    if (frame.current) frame.current.scrollTop = (layout.tops[page - 1] ?? 0) - 4;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for everything inside
    <div className={css['viewer']} onKeyDown={keys}>
      <ViewerBar pages={{ at: at + 1, of: pdf.numPages, go }} zoom={zooming} finding={finding} field={field} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling pages must be reachable with the keyboard */}
      <section ref={frame} className={css['frame']} tabIndex={0} aria-label={preview('pages', { name: props.name })}>
        <div
          className={css['pages']}
          style={{ height: layout.tops.at(-1) ?? 0, minWidth: layout.width + 24 }}
          data-pages={pdf.numPages}
        >
          {width > 0 &&
            inSight.map((page) => (
              <PdfPage
                key={page}
                {...{ pdf, words, marks, page }}
                label={t('page', { page: page + 1 })}
                scale={layout.scales[page] ?? 1}
                top={layout.tops[page] ?? 0}
                size={opened.sizes[page] ?? { width: 595, height: 842 }}
                places={placesOf(page)}
                now={now?.page === page ? now.place : null}
                onMeasured={measured}
                onFail={failed}
              />
            ))}
        </div>
      </section>
    </div>
  );
}
