import { IconBookmarkPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyFilter } from '#renderer/components/empty-state.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { FilterRow, ListFooter, PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDelayed } from '#renderer/components/use-delayed.ts';
import type { LineListHandle } from '#renderer/components/use-line-list.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { PartyPreview } from '#renderer/pages/counterparties/party-preview.tsx';
import { PreviewPanel } from '#renderer/pages/documents/preview-panel.tsx';
import { Beginnings } from '#renderer/pages/search/beginnings.tsx';
import { FacetPanel } from '#renderer/pages/search/facet-panel.tsx';
import { pathOf } from '#renderer/pages/search/found-path.ts';
import { PartChips } from '#renderer/pages/search/part-chips.tsx';
import { ResultList } from '#renderer/pages/search/result-list.tsx';
import { SaveDialog } from '#renderer/pages/search/save-dialog.tsx';
import css from '#renderer/pages/search/search.module.css';
import { SearchField } from '#renderer/pages/search/search-field.tsx';
import { useQuestion } from '#renderer/pages/search/use-question.ts';
import { type Results, useResults } from '#renderer/pages/search/use-results.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { rememberSearch, useSearches } from '#renderer/state/searches.ts';
import type { FacetName, SearchQuestion, UnderstoodPart } from '#shared/queries/search.ts';

/** Everything that the words find on this computer: what was understood, facets, results, the preview of the one under the cursor. */
export function SearchPage() {
  const t = useWords('search');
  const { question, ask } = useQuestion();
  const [saving, setSaving] = useState(false);
  const [open, setOpen] = useState<FacetName | null>(null);
  const { preview, showPreview } = usePanels();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<LineListHandle>(null);
  const results = useResults(question);
  const { index, stand } = useCursor(results, question);
  const navigate = useNavigate();
  const empty = question.text.trim() === '';

  const openAt = (at: number, newWindow: boolean) => {
    const row = results.rowAt(at);
    if (!row) return;
    rememberSearch(question.text);
    if (newWindow) window.open(`#${pathOf(row)}`);
    else navigate(pathOf(row));
  };
  useShortcuts([
    { keys: '/', run: () => field.current?.focus() },
    { keys: 'J', run: () => stand(index + 1) },
    { keys: 'K', run: () => stand(index - 1) },
    { keys: 'Space', run: () => showPreview(!preview) },
  ]);
  // The keys of the list work from the first moment, unless the hand is somewhere else already.
  const found = results.total > 0;
  useEffect(() => {
    if (found && document.activeElement === document.body) list.current?.focus();
  }, [found]);
  const row = results.rowAt(index);
  return (
    <Sheet>
      <PageHeader
        title={t('title')}
        tools={
          !empty && (
            <ActionButton size="xs" icon={<IconBookmarkPlus size={16} stroke={1.6} />} onClick={() => setSaving(true)}>
              {t('save')}
            </ActionButton>
          )
        }
      >
        <SearchField
          ref={field}
          value={question.text}
          onChange={(text) => ask({ ...question, text })}
          onEnter={() => {
            rememberSearch(question.text);
            list.current?.focus();
          }}
        />
      </PageHeader>
      {empty ? (
        <Beginnings onAsk={ask} />
      ) : (
        <div className={css['split']}>
          {(found || Object.keys(question.chosen).length > 0) && (
            <FacetPanel
              asked={results.asked}
              chosen={question.chosen}
              open={open}
              onOpen={setOpen}
              onChange={(chosen) => ask({ ...question, chosen })}
            />
          )}
          <div className={css['main']} aria-busy={!results.current}>
            <FilterRow>
              <PartChips
                parts={results.data?.parts ?? []}
                off={question.off}
                onChange={(off) => ask({ ...question, off })}
              />
            </FilterRow>
            <Found
              results={results}
              chosen={Object.keys(question.chosen).length > 0}
              onDrop={() => ask({ ...question, chosen: {} })}
              list={
                <ResultList
                  ref={list}
                  results={results}
                  cursor={index}
                  onStand={stand}
                  onOpen={openAt}
                  onPreview={() => showPreview(!preview)}
                />
              }
            />
            <Footer results={results} />
          </div>
          {preview && (
            <ErrorBoundary place="PREVIEW">
              {row?.entity === 'counterparty' ? <PartyPreview id={row.id} /> : <PreviewPanel id={row?.id ?? null} />}
            </ErrorBoundary>
          )}
        </div>
      )}
      {saving && <SaveDialog question={question} onClose={() => setSaving(false)} />}
    </Sheet>
  );
}

/** The list, or why there is none. */
function Found(props: { results: Results; chosen: boolean; list: React.ReactNode; onDrop: () => void }) {
  const { results } = props;
  const words = useErrorWords();
  const late = useDelayed(results.data === undefined, 300);
  if (results.total > 0) return props.list;
  const refusal = results.data === undefined && results.error ? asCoreError(results.error) : null;
  return (
    <div className={css['rest']}>
      {refusal ? (
        <ErrorPanel title={words(refusal)} code={refusal.told} onRetry={results.refresh} />
      ) : results.data ? (
        <Nothing parts={results.data.parts} chosen={props.chosen} onDrop={props.onDrop} />
      ) : (
        late && <SkeletonRows rows={10} />
      )}
    </div>
  );
}

function Nothing(props: { parts: readonly UnderstoodPart[]; chosen: boolean; onDrop: () => void }) {
  const t = useWords('search');
  if (props.chosen)
    return (
      <EmptyFilter title={t('nothingChosen')}>
        <LinkButton onClick={props.onDrop}>{t('dropChoices')}</LinkButton>
      </EmptyFilter>
    );
  const onlyWithout = props.parts.every((part) => part.without || part.off);
  return (
    <EmptyFilter title={t(onlyWithout ? 'onlyWithout' : 'nothing')}>
      {t(onlyWithout ? 'onlyWithoutHint' : 'nothingHint')}
    </EmptyFilter>
  );
}

function Footer({ results: { data, total } }: { results: Results }) {
  const t = useWords('search');
  if (!data) return <ListFooter start={null} />;
  return (
    <ListFooter
      start={
        <>
          <b>{t('found', { count: total, figure: formatCount(total) })}</b>
          <span>{t('newestFirst')}</span>
        </>
      }
      end={data.indexing > 0 && <span>{t('indexing', { rows: formatCount(data.indexing) })}</span>}
    />
  );
}

/** The result under the cursor: the first of a new question, or where it stood when the page is come back to. */
function useCursor(results: Results, question: SearchQuestion): { index: number; stand: (index: number) => void } {
  const { total, rowAt, data } = results;
  const [index, setIndex] = useState(0);
  const key = JSON.stringify(question);
  const seen = useRef('');
  useEffect(() => {
    if (!data || seen.current === key) return;
    const { cursorId } = useSearches.getState();
    // Only the first rows are looked through: whoever went further down begins anew.
    const former = seen.current === '' ? data.rows.findIndex((row) => row.id === cursorId) : 0;
    seen.current = key;
    setIndex(Math.max(0, former));
  }, [data, key]);
  const at = Math.min(index, Math.max(0, total - 1));
  const id = rowAt(at)?.id ?? null;
  useEffect(() => {
    if (id !== null && seen.current !== '') useSearches.getState().stand(id);
  }, [id]);
  return { index: at, stand: (to) => setIndex(Math.max(0, Math.min(total - 1, to))) };
}
