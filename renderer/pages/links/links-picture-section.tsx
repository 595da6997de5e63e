import { IconMinus, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import print from '#renderer/pages/exchange/print-list.module.css';
import { NodeFace } from '#renderer/pages/links/link-node.tsx';
import { Drawing, LinkPicture } from '#renderer/pages/links/link-picture.tsx';
import css from '#renderer/pages/links/links.module.css';
import type { Picture } from '#renderer/pages/links/picture.ts';
import { usePicture } from '#renderer/pages/links/use-picture.ts';
import type { LinkNode } from '#shared/queries/relations.ts';

const PORTION = 60;
const MOST = 400;
const scales = [0.5, 0.75, 1, 1.25] as const;
const icon = { size: 15, stroke: 1.6 } as const;

/** The documents around a document as a picture of one to three steps. */
export function LinksPictureSection({ documentId }: { documentId: string }) {
  const t = useWords('relations');
  const [steps, setSteps] = useState(2);
  const [most, setMost] = useState(PORTION);
  const [scale, setScale] = useState(2);
  const [printing, setPrinting] = useState(false);
  const { data } = useQuery('document.links', { id: documentId, steps, most });
  const picture = usePicture(data?.nodes ?? none, data?.edges ?? none);
  const shown = data && picture && data.nodes.length > 1 ? picture : null;
  const zoom = (by: 1 | -1) => setScale((before) => Math.min(scales.length - 1, Math.max(0, before + by)));
  return (
    <section aria-label={t('picture')}>
      <h2 className={css['heading']}>
        {t('picture')}
        <span className={css['tools']}>
          <Segmented
            label={t('steps')}
            value={String(steps)}
            choices={[1, 2, 3].map((count) => ({ value: String(count), label: t('stepsCount', { count }) }))}
            onChange={(next) => setSteps(Number(next))}
          />
          <IconButton label={t('zoomOut')} size={26} disabled={scale === 0} onClick={() => zoom(-1)}>
            <IconMinus {...icon} />
          </IconButton>
          <IconButton label={t('zoomIn')} size={26} disabled={scale === scales.length - 1} onClick={() => zoom(1)}>
            <IconPlus {...icon} />
          </IconButton>
          <IconButton label={t('printPicture')} size={26} disabled={!shown} onClick={() => setPrinting(true)}>
            <IconPrinter {...icon} />
          </IconButton>
        </span>
      </h2>
      {data && data.nodes.length < 2 && <p className={css['none']}>{t('pictureAlone')}</p>}
      {data && data.nodes.length > 1 && !picture && <p className={css['none']}>{t('drawing')}</p>}
      {shown && data && (
        <>
          <p className={css['hint']}>{t('pictureHint')}</p>
          <LinkPicture picture={shown} nodes={data.nodes} selfId={documentId} scale={scales[scale] ?? 1} />
          {data.more && data.nodes.length >= most && most < MOST && (
            <p className={css['way']}>
              <LinkButton onClick={() => setMost((before) => Math.min(MOST, before + PORTION))}>{t('more')}</LinkButton>
            </p>
          )}
          {printing && <PrintedPicture picture={shown} nodes={data.nodes} onDone={() => setPrinting(false)} />}
        </>
      )}
    </section>
  );
}

const none: [] = [];

/** The whole picture on one sheet of paper. */
function PrintedPicture(props: { picture: Picture; nodes: readonly LinkNode[]; onDone: () => void }) {
  const { picture, nodes, onDone } = props;
  const t = useWords('relations');
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is printed once, when it has been drawn
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      window.print();
      onDone();
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return createPortal(
    <div className={`${print['paper']} ${css['paper']}`} aria-hidden="true">
      <h1>{t('picture')}</h1>
      <Drawing
        {...{ picture, nodes }}
        scale={1}
        node={(node) => (
          <span className={css['node']}>
            <NodeFace node={node} />
          </span>
        )}
      />
    </div>,
    document.body,
  );
}
