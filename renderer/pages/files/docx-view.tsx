import { IconMinus, IconPlus, IconZoomReset } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { ask } from '#renderer/data/core.ts';
import { asCoreError, CoreError } from '#renderer/data/core-error.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { renderDocx } from '#renderer/pages/files/docx-paper.ts';
import css from '#renderer/pages/files/files.module.css';
import { plainSheet, sheetOfPaper } from '#renderer/pages/files/paper-sheet.ts';
import { useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** Pages as wide as their place at first; the paper lies under a root of its own, where the page's styles do not reach. */
export function DocxView({ bytes, file }: { bytes: Blob; file: AttachmentInfo }) {
  const t = useWords('files');
  const words = useFileErrorWords();
  const place = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<CoreError | null>(null);
  const [plain, setPlain] = useState(false);
  const [zoom, setZoom] = useState<number | null>(null);
  const [width, setWidth] = useState(0);
  const [natural, setNatural] = useState(0);
  const ready = natural > 0;

  useEffect(() => {
    const host = place.current;
    if (!host) return;
    let gone = false;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const show = (nodes: readonly Node[], styles: readonly CSSStyleSheet[]) => {
      if (gone) return;
      root.adoptedStyleSheets = [...styles];
      root.replaceChildren(...nodes);
      const page = root.querySelector<HTMLElement>('section, article');
      setNatural(page?.offsetWidth || 794);
    };
    renderDocx(bytes)
      .then(({ pages, styles }) => show(pages, [...styles, sheetOfPaper()]))
      .catch(async () => {
        // What the library cannot lay out the core can still read; what nobody can read the core can explain.
        const { html, problems } = await ask('files.html', { attachmentId: file.id });
        const [problem] = problems;
        if (!html.trim() && problem)
          throw new CoreError({ code: 'FILE_UNREADABLE', details: { problem: problem.code } });
        const page = new DOMParser().parseFromString(html, 'text/html').body;
        for (const link of page.querySelectorAll('a')) link.removeAttribute('href');
        for (const image of page.querySelectorAll('img:not([alt])')) image.setAttribute('alt', '');
        const article = document.createElement('article');
        article.append(...page.childNodes);
        show([article], [plainSheet()]);
        if (!gone) setPlain(true);
      })
      .catch((fault: unknown) => !gone && setError(asCoreError(fault)));
    return () => {
      gone = true;
    };
  }, [bytes, file.id]);

  useEffect(() => {
    const frame = place.current?.parentElement;
    if (!frame) return;
    const follow = new ResizeObserver(() => setWidth(frame.clientWidth));
    follow.observe(frame);
    return () => follow.disconnect();
  }, []);

  const fit = ready && width > 0 ? Math.min(1.5, width / natural) : 1;
  const scale = zoom ?? fit;
  const step = (by: 1 | -1) => {
    const next = by > 0 ? zooms.find((one) => one > scale + 0.01) : zooms.findLast((one) => one < scale - 0.01);
    if (next) setZoom(next);
  };
  if (error) return <ErrorPanel title={words(error)} text={file.name} code={error.told} />;
  return (
    <div className={css['docx']}>
      {plain && <p className={css['cut']}>{t('plainLook')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling paper must be reachable with the keyboard */}
      <section className={css['frame']} aria-label={t('paper', { name: file.name })} tabIndex={0}>
        <div ref={place} className={css['paperOfDocx']} data-ready={ready || undefined} style={{ zoom: scale }} />
      </section>
      {ready && (
        <div className={css['turner']}>
          <button type="button" aria-label={t('zoomOut')} onClick={() => step(-1)} disabled={scale <= zooms[0]}>
            <IconMinus size={16} stroke={1.6} />
          </button>
          <span className="op-figures">{Math.round(scale * 100)} %</span>
          <button type="button" aria-label={t('zoomIn')} onClick={() => step(1)} disabled={scale >= 2}>
            <IconPlus size={16} stroke={1.6} />
          </button>
          <button type="button" aria-label={t('zoomReset')} onClick={() => setZoom(null)} disabled={zoom === null}>
            <IconZoomReset size={16} stroke={1.6} />
          </button>
        </div>
      )}
    </div>
  );
}
