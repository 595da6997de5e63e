import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import type { ChangeFilter } from '#renderer/pages/compare/changes.ts';
import { isShownChange, writtenNumber } from '#renderer/pages/compare/changes.ts';
import css from '#renderer/pages/compare/paper.module.css';
import type { RedlineBlock, RedlineRun } from '#shared/domain/redline.ts';

/** Cells of a table row are told apart by a line. */
function cells(text: string, block: RedlineBlock): ReactNode {
  if (block.block !== 'table-row' || !text.includes('|')) return text;
  return text.split('|').map((cell, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cells are told by their place alone
    <Fragment key={place}>
      {place > 0 && <span className={css['cell']}>|</span>}
      {cell}
    </Fragment>
  ));
}

function Runs({ block, runs }: { block: RedlineBlock; runs: readonly RedlineRun[] }) {
  return runs.map((run, place) => {
    const Tag = run.op === 'ins' ? 'ins' : run.op === 'del' ? 'del' : 'span';
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of one row are told by their place alone
    return <Tag key={place}>{cells(run.text, block)}</Tag>;
  });
}

const ClauseNumber = ({ number }: { number: string }) => (number ? <>{writtenNumber(number)} </> : null);

/** One paper's part of a row: what this side says, and what the other side did with it. */
export function SideText({
  block,
  side,
  filter,
}: {
  block: RedlineBlock;
  side: 'left' | 'right';
  filter: ChangeFilter;
}) {
  const t = useWords('compare');
  const own = block[side];
  const shown = isShownChange(block, filter);
  if (!own) {
    if (block.kind === 'moved') {
      const other = side === 'left' ? block.movedFrom : block.movedTo;
      return (
        <span className={css['absent']}>
          {side === 'left' ? <IconArrowLeft {...arrow} /> : <IconArrowRight {...arrow} />}
          {other?.number
            ? t(side === 'left' ? 'movedFrom' : 'movedTo', { number: other.number })
            : t(side === 'left' ? 'movedFromHere' : 'movedToHere')}
        </span>
      );
    }
    return <span className={css['absent']}>{t(side === 'left' ? 'wasAbsent' : 'nowAbsent')}</span>;
  }
  if (!shown || block.kind === 'same')
    return (
      <>
        <ClauseNumber number={own.number} />
        {cells(own.text, block)}
      </>
    );
  if (block.kind === 'inserted' || block.kind === 'deleted') {
    const Tag = block.kind === 'inserted' ? 'ins' : 'del';
    return (
      <Tag>
        <ClauseNumber number={own.number} />
        {cells(own.text, block)}
      </Tag>
    );
  }
  const other = side === 'left' ? (block.right ?? block.movedTo) : (block.left ?? block.movedFrom);
  const renumbered = own.number !== (other?.number ?? own.number);
  const wanted = side === 'left' ? 'del' : 'ins';
  const runs = block.runs.filter((run) => run.op === 'keep' || run.op === wanted);
  return (
    <>
      {own.number && (
        <span className={renumbered ? css['renumbered'] : undefined}>
          <ClauseNumber number={own.number} />
        </span>
      )}
      {runs.length > 0 ? <Runs block={block} runs={runs} /> : cells(own.text, block)}
    </>
  );
}

const arrow = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;

/** The row as one text: what went is struck, what came is underlined, in the order they are read. */
export function JoinedText({ block, filter }: { block: RedlineBlock; filter: ChangeFilter }) {
  const t = useWords('compare');
  const own = block.right ?? block.left;
  if (!own) return null;
  if (!isShownChange(block, filter) || block.kind === 'same')
    return (
      <>
        <ClauseNumber number={own.number} />
        {cells(own.text, block)}
      </>
    );
  if (block.kind === 'moved' && !block.right)
    return (
      <span className={css['absent']}>
        <IconArrowRight {...arrow} />
        {block.movedTo?.number
          ? t('clauseMovedTo', { from: own.number, number: block.movedTo.number })
          : t('movedToHere')}
      </span>
    );
  if (block.kind === 'inserted' || block.kind === 'deleted')
    return <SideText block={block} side={block.kind === 'inserted' ? 'right' : 'left'} filter={filter} />;
  const was = (block.left ?? block.movedFrom)?.number ?? '';
  return (
    <>
      {block.kind === 'moved' && (
        <span className={css['absent']} data-before>
          <IconArrowLeft {...arrow} />
          {was ? t('movedFrom', { number: was }) : t('movedFromHere')}{' '}
        </span>
      )}
      {block.kind !== 'moved' && was !== own.number && was && (
        <>
          <del>{writtenNumber(was)}</del>{' '}
        </>
      )}
      {own.number && (
        <span className={was === own.number ? undefined : css['renumbered']}>{writtenNumber(own.number)} </span>
      )}
      {block.runs.length > 0 ? <Runs block={block} runs={block.runs} /> : cells(own.text, block)}
    </>
  );
}
