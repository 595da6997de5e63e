import { IconChevronDown, IconChevronUp, IconMinus, IconPlus, IconSearch, IconZoomReset } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Finding } from '#renderer/pages/files/viewer/use-steps.ts';
import css from '#renderer/pages/files/viewer/viewer.module.css';

const icon = { size: 16, stroke: 1.6 } as const;

export interface Zooming {
  /** 1: as large as the paper is. */
  scale: number;
  fits: boolean;
  step: (by: 1 | -1) => void;
  fit: () => void;
}

/** What can be done with any file on view: turn its pages, make it larger, look for words inside. */
export function ViewerBar(props: {
  pages?: { at: number; of: number; go: (page: number) => void };
  zoom?: Zooming;
  finding?: Finding;
  field?: Ref<HTMLInputElement>;
  children?: ReactNode;
}) {
  const { pages, zoom, finding } = props;
  const t = useWords('files');
  return (
    <div className={css['bar']}>
      {pages && pages.of > 1 && <PageField {...pages} />}
      {zoom && (
        <span className={css['group']}>
          <IconButton label={t('zoomOut')} size={24} onClick={() => zoom.step(-1)}>
            <IconMinus {...icon} />
          </IconButton>
          <span className={css['percent']}>{Math.round(zoom.scale * 100)} %</span>
          <IconButton label={t('zoomIn')} size={24} onClick={() => zoom.step(1)}>
            <IconPlus {...icon} />
          </IconButton>
          <IconButton label={t('zoomReset')} size={24} onClick={zoom.fit} disabled={zoom.fits}>
            <IconZoomReset {...icon} />
          </IconButton>
        </span>
      )}
      {props.children}
      {finding && <FindField finding={finding} field={props.field} />}
    </div>
  );
}

function PageField({ at, of, go }: { at: number; of: number; go: (page: number) => void }) {
  const t = useWords('preview');
  const common = useWords('common');
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    const page = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    if (page >= 1) go(Math.min(of, page));
  };
  return (
    <span className={css['group']}>
      <IconButton label={common('previousPage')} size={24} disabled={at <= 1} onClick={() => go(at - 1)}>
        <IconChevronUp {...icon} />
      </IconButton>
      <input
        className={css['page']}
        aria-label={t('pageField')}
        inputMode="numeric"
        value={typed ?? String(at)}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span>{t('pagesOf', { pages: of })}</span>
      <IconButton label={common('nextPage')} size={24} disabled={at >= of} onClick={() => go(at + 1)}>
        <IconChevronDown {...icon} />
      </IconButton>
    </span>
  );
}

function FindField({ finding, field }: { finding: Finding; field: Ref<HTMLInputElement> | undefined }) {
  const t = useWords('preview');
  const { query, count, more, at, step, wordless } = finding;
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === 'F3') {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && query !== '') {
      // The first press empties the field, only the next one closes what the file lies in.
      event.stopPropagation();
      finding.setQuery('');
    }
  };
  const told =
    query.trim() === ''
      ? ''
      : count > 0
        ? t(more ? 'foundSoFar' : 'found', { at: at + 1, count })
        : t(more ? 'finding' : wordless ? 'foundNoWords' : 'foundNothing');
  return (
    <search className={css['find']}>
      <IconSearch size={14} stroke={1.6} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        aria-label={t('find')}
        placeholder={t('find')}
        value={query}
        onChange={(event) => finding.setQuery(event.currentTarget.value)}
        onKeyDown={press}
      />
      <span className={css['told']} role="status">
        {told}
      </span>
      <IconButton label={t('findPrevious')} size={24} disabled={count === 0} onClick={() => step(-1)}>
        <IconChevronUp {...icon} />
      </IconButton>
      <IconButton label={t('findNext')} size={24} disabled={count === 0} onClick={() => step(1)}>
        <IconChevronDown {...icon} />
      </IconButton>
    </search>
  );
}
