import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { SheetGrid } from '#renderer/pages/files/sheets/sheet-grid.tsx';
import css from '#renderer/pages/files/sheets/sheets.module.css';
import { useSheets } from '#renderer/pages/files/sheets/use-sheets.ts';
import { useFrameKeys } from '#renderer/pages/files/viewer/use-frame-keys.ts';
import { useSteps, useWordsToFind } from '#renderer/pages/files/viewer/use-steps.ts';
import viewer from '#renderer/pages/files/viewer/viewer.module.css';
import { ViewerBar } from '#renderer/pages/files/viewer/viewer-bar.tsx';
import type { SheetProblem } from '#shared/formats/sheets/open-book.ts';

/** A workbook: its sheets as tabs, their rows as far as they are in sight. */
export function SheetView(props: {
  bytes: Blob;
  name: string;
  find?: string | undefined;
  onProblem: (problem: SheetProblem) => void;
}) {
  const t = useWords('preview');
  const { i18n } = useTranslation();
  const book = useSheets(props.bytes, i18n.language === 'en' ? 'en' : 'ru', props.onProblem);
  const { sheets, shapes, found, read, find } = book;
  const [chosen, setChosen] = useState(0);
  const [query, setQuery] = useWordsToFind(props.find);
  const fresh = found.query === query ? found : { places: [], more: query.trim() !== '' };
  const { at, step } = useSteps(query, fresh.places.length);
  const finding = { query, setQuery, count: fresh.places.length, more: fresh.more, at, step };
  const field = useRef<HTMLInputElement>(null);
  const keys = useFrameKeys({ field, finding });
  const now = fresh.places[at] ?? null;
  const isOpen = sheets !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a sheet is read when it is chosen, not when words about it come
  useEffect(() => {
    if (isOpen) read(chosen);
  }, [isOpen, chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the words change
  useEffect(() => {
    if (isOpen) find(query);
  }, [isOpen, query]);
  useEffect(() => {
    if (now) setChosen(now.sheet);
  }, [now]);

  if (!sheets) return <p className={viewer['waiting']}>{t('reading')}</p>;
  const shape = shapes.get(chosen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for everything inside
    <div className={viewer['viewer']} onKeyDown={keys}>
      <ViewerBar finding={finding} field={field}>
        {shape && <span>{shape.done ? t('rows', { rows: formatCount(shape.rows) }) : t('reading')}</span>}
        {shape?.cut && <span className={css['cut']}>{t('tableCut', { rows: formatCount(shape.rows) })}</span>}
      </ViewerBar>
      {shape && (
        <SheetGrid
          key={chosen}
          shape={shape}
          label={t('sheet', { name: sheets[chosen] ?? '' })}
          block={(block) => book.block(chosen, block)}
          places={fresh.places}
          now={now?.sheet === chosen ? now : null}
        />
      )}
      {sheets.length > 1 && (
        <div className={css['tabs']} role="tablist" aria-label={t('sheets')}>
          {sheets.map((name, index) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={index === chosen}
              tabIndex={index === chosen ? 0 : -1}
              onClick={() => setChosen(index)}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                const next = (index + by + sheets.length) % sheets.length;
                if (by === 0) return;
                setChosen(next);
                (event.currentTarget.parentElement?.children[next] as HTMLElement | undefined)?.focus();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
