import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { type ChangeFilter, isShownChange } from '#renderer/pages/compare/changes.ts';
import type { Layout } from '#renderer/pages/compare/paper.tsx';
import css from '#renderer/pages/compare/print-redline.module.css';
import { JoinedText, SideText } from '#renderer/pages/compare/row-text.tsx';
import type { Redline } from '#shared/domain/redline.ts';
import type { AttachmentInfo, DocumentCard } from '#shared/queries/document.ts';

/** The redline as it goes to paper: whole, made only when the window is printed, and then nothing else is. */
export function PrintRedline(props: {
  redline: Redline;
  layout: Layout;
  filter: ChangeFilter;
  card: DocumentCard;
  left: AttachmentInfo;
  right: AttachmentInfo;
}) {
  const { redline, filter, card } = props;
  const t = useWords('compare');
  const clock = useClock();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The paper must be there when the browser lays it out, which is right after this event.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const named = (file: AttachmentInfo) =>
    `${file.name}, ${t('versionNumber', { version: file.version })}, ${clock.moment(file.createdAt)}`;
  const { inserted, deleted, changed, moved } = redline.counts;
  const change = (row: number) => {
    const block = redline.blocks[row];
    return block && isShownChange(block, filter) ? block.change : null;
  };
  return createPortal(
    <div className={css['paper']} aria-hidden="true" data-waiting={!printing || undefined}>
      {printing && (
        <>
          <h1>{t('printedTitle', { title: card.document.number ?? card.document.subject })}</h1>
          <p>{t('printedSides', { left: named(props.left), right: named(props.right) })}</p>
          <p>
            {t('inserted', { count: inserted })}, {t('deleted', { count: deleted })}, {t('changed', { count: changed })}
            , {t('moved', { count: moved })}
          </p>
          <table data-layout={props.layout}>
            <tbody>
              {redline.blocks.map((block, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are told by their place alone
                <tr key={row} data-heading={block.heading || undefined}>
                  <td className={css['number']}>{change(row)}</td>
                  {props.layout === 'joined' ? (
                    <td>
                      <JoinedText block={block} filter={filter} />
                    </td>
                  ) : (
                    <>
                      <td>
                        <SideText block={block} side="left" filter={filter} />
                      </td>
                      <td>
                        <SideText block={block} side="right" filter={filter} />
                      </td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>,
    document.body,
  );
}
