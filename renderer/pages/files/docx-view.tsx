import { useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { renderDocx } from '#renderer/pages/files/docx-paper.ts';
import { showPlain } from '#renderer/pages/files/docx-plain.ts';
import css from '#renderer/pages/files/files.module.css';
import { plainSheet, sheetOfPaper } from '#renderer/pages/files/paper-sheet.ts';
import { useFrame } from '#renderer/pages/files/viewer/use-frame.ts';
import { useFrameKeys } from '#renderer/pages/files/viewer/use-frame-keys.ts';
import { useTextFind } from '#renderer/pages/files/viewer/use-text-find.ts';
import { useZoom } from '#renderer/pages/files/viewer/use-zoom.ts';
import viewer from '#renderer/pages/files/viewer/viewer.module.css';
import { ViewerBar } from '#renderer/pages/files/viewer/viewer-bar.tsx';
import type { DocumentProblem } from '#shared/domain/redline.ts';

/** Pages as wide as their place at first; the paper lies under a root of its own, where the page's styles do not reach. */
export function DocxView(props: {
  bytes: Blob;
  name: string;
  attachmentId?: string | undefined;
  find?: string | undefined;
  onProblem: (problem: DocumentProblem) => void;
}) {
  const { bytes, name, attachmentId } = props;
  const t = useWords('files');
  const place = useRef<HTMLDivElement>(null);
  const [plain, setPlain] = useState(false);
  const [zoom, setZoom] = useState<number | null>(null);
  const [natural, setNatural] = useState(0);
  const [text, setText] = useState<Node | null>(null);
  const { frame, width } = useFrame(true);
  const problem = useRef(props.onProblem);
  problem.current = props.onProblem;
  const ready = natural > 0;

  useEffect(() => {
    const host = place.current;
    if (!host) return;
    let gone = false;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const show = (nodes: readonly Node[], styles: readonly CSSStyleSheet[], words: Node) => {
      if (gone) return;
      root.adoptedStyleSheets = [...styles];
      root.replaceChildren(...nodes);
      const page = root.querySelector<HTMLElement>('section, article');
      setNatural(page?.offsetWidth || 794);
      setText(words);
    };
    renderDocx(bytes)
      .then(({ pages, styles }) => {
        const all = document.createElement('div');
        all.append(...pages);
        show([all], [...styles, sheetOfPaper()], all);
      })
      .catch(async () => {
        // What the window cannot lay out without standing still the core reads: its words at once, its looks when they are ready.
        const told = await showPlain(attachmentId, {
          gone: () => gone,
          show: (article) => {
            show([article], [plainSheet()], article);
            if (!gone) setPlain(true);
          },
        });
        if (told && !gone) problem.current(told);
      })
      .catch(() => !gone && problem.current('DOCX_DAMAGED'));
    return () => {
      gone = true;
    };
  }, [bytes, attachmentId]);

  const fit = ready && width > 0 ? Math.min(1.5, (width - 24) / natural) : 1;
  const scale = zoom ?? fit;
  const zooming = useZoom(scale, zoom, setZoom);
  const finding = useTextFind(text, frame, props.find);
  const field = useRef<HTMLInputElement>(null);
  const keys = useFrameKeys({ field, finding, zooming });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for everything inside
    <div className={viewer['viewer']} onKeyDown={keys}>
      <ViewerBar zoom={zooming} finding={finding} field={field}>
        {plain && <span>{t('plainLook')}</span>}
      </ViewerBar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling paper must be reachable with the keyboard */}
      <section ref={frame} className={viewer['frame']} tabIndex={0} aria-label={t('paper', { name })}>
        <div ref={place} className={css['paperOfDocx']} data-ready={ready || undefined} style={{ zoom: scale }} />
      </section>
    </div>
  );
}
