import { IconBolt, IconBookmark, IconHistory, IconListSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Highlighted } from '#renderer/components/highlighted.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { type Doing, useActions, usePlaces } from '#renderer/frame/palette-actions.tsx';
import { useRecordItem } from '#renderer/frame/palette-records.tsx';
import { useSearch } from '#renderer/frame/palette-search.ts';
import { type PaletteGroup, type PaletteItem, PaletteView } from '#renderer/frame/palette-view.tsx';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useScannedCode } from '#renderer/pages/print/use-scanned-code.ts';
import { noQuestion, searchPath } from '#renderer/pages/search/search-address.ts';
import { useRecent } from '#renderer/pages/search/use-recent.ts';
import { useSaved } from '#renderer/pages/search/use-saved.ts';
import { useOverlays } from '#renderer/state/overlays.ts';
import { usePageActions } from '#renderer/state/page-actions.ts';
import { rememberSearch } from '#renderer/state/searches.ts';
import { highlight } from '#shared/lib/text/highlight.ts';
import type { SearchHit, SearchQuestion } from '#shared/queries/search.ts';

/** Actions and places shown before anything is typed, and at most beside records. */
const SHOWN = 6;
const RECENT = 5;
/** Searches of before that are offered at once; the page has all of them. */
const SEARCHES = 4;
const icon = { size: 18, stroke: 1.6 } as const;
const PAGE_ICON = <IconBolt {...icon} />;
/** Lines of one kind of record; more words find the rest. */
const RECORDS = { document: 9, ticket: 6, counterparty: 5 } as const;

/** Find, go, do: mounted only while it is open, so that a closed palette asks nothing. */
export function Palette() {
  const { open, show } = useOverlays();
  if (open !== 'palette') return null;
  return <OpenPalette onClose={() => show(null)} />;
}

function OpenPalette({ onClose }: { onClose: () => void }) {
  const t = useWords('palette');
  const [text, setText] = useState('');
  const words = text.trim();
  const { found } = useSearch(text);
  useScannedCode(text, onClose);
  const actions = useActions();
  const places = usePlaces();
  const record = useRecordItem();
  const page = usePageActions();
  const recent = useEntered(words === '');
  const navigate = useNavigate();
  const all = () => navigate(searchPath({ ...noQuestion, text: words }));
  const searches = useSearches(words);

  // Hits of the words before keep their own marks until the next answer is there.
  const query = found?.text ?? '';
  const doing = (id: string, title: string, all: readonly Doing[]): PaletteGroup => ({
    id,
    title,
    items: matching(all, words).map(({ words: name, ...item }) => ({
      ...item,
      id: `${id}-${item.id}`,
      title: <Highlighted text={name} query={words} />,
    })),
  });
  const hits = words === '' ? recent : (found?.hits ?? []);
  const group = (entity: SearchHit['entity'], title: string): PaletteGroup => ({
    id: entity,
    title,
    items: hits
      .filter((hit) => hit.entity === entity)
      .slice(0, RECORDS[entity])
      .map((hit) => remembered(record(hit, query), words)),
  });
  const groups = [
    doing(
      'page',
      t('withRecord', { name: page.object ?? '' }),
      page.actions.map(({ label, ...action }) => ({ ...action, words: label, icon: PAGE_ICON })),
    ),
    doing('actions', t('actions'), actions),
    ...(words === '' ? searches : []),
    group('document', words === '' ? t('recent') : t('documents')),
    group('ticket', t('tickets')),
    group('counterparty', t('counterparties')),
    doing('places', t('goTo'), places),
    ...(words === '' ? [] : searches),
  ].filter((one) => one.items.length > 0);

  return (
    <PaletteView
      opened
      onClose={onClose}
      text={text}
      onText={setText}
      groups={groups}
      onAll={all}
      footer={
        found && (
          <span className="op-figures">
            {found.indexing > 0 && `${t('indexing', { rows: formatCount(found.indexing) })} · `}
            {t('found', {
              count: `${formatCount(found.hits.length)}${found.more ? '+' : ''}` as never,
              milliseconds: found.milliseconds,
            })}
          </span>
        )
      }
      empty={
        found &&
        found.text === words && (
          <>
            <div>{t('empty', { text: words.slice(0, 60) })}</div>
            <div>{t('emptyHint')}</div>
          </>
        )
      }
    />
  );
}

/** What led somewhere is offered again. */
function remembered(item: PaletteItem, words: string): PaletteItem {
  const run = () => {
    rememberSearch(words);
    item.run();
  };
  return words === '' ? item : { ...item, run };
}

/** Searches: before anything is typed those of before, then the way to everything that the words find. */
function useSearches(words: string): PaletteGroup[] {
  const t = useWords('search');
  const navigate = useNavigate();
  const recent = useRecent();
  const saved = useSaved();
  const go = (question: SearchQuestion) => () => navigate(searchPath(question));
  const item = (id: string, title: string, picture: React.ReactNode, question: SearchQuestion): PaletteItem => ({
    ...{ id, title, icon: picture, run: go(question) },
  });
  if (words !== '') {
    const all = item('all', t('allResults', { text: words.slice(0, 60) }), <IconListSearch {...icon} />, {
      ...noQuestion,
      text: words,
    });
    return [{ id: 'search', title: t('title'), items: [{ ...all, keys: ['Ctrl', 'Shift', 'F'] }] }];
  }
  const latest = recent
    .slice(0, SEARCHES)
    .map((text) => item(`recent-${text}`, text, <IconHistory {...icon} />, { ...noQuestion, text }));
  const named = saved
    .slice(0, SEARCHES)
    .map(({ id, name, question }) => item(`saved-${id}`, name, <IconBookmark {...icon} />, question));
  return [
    { id: 'recent-searches', title: t('recent'), items: latest },
    { id: 'saved-searches', title: t('saved'), items: named },
  ];
}

/** What has each of the words in any form, or begins with it; the first few when nothing is typed. */
function matching(all: readonly Doing[], words: string): readonly Doing[] {
  if (words === '') return all.slice(0, SHOWN);
  const each = words.split(/\s+/);
  return all.filter((one) => each.every((word) => highlight(one.words, word).length > 0)).slice(0, SHOWN);
}

/** The documents entered last, as the palette begins. */
function useEntered(wanted: boolean): SearchHit[] {
  const sort = { column: 'createdAt', direction: 'desc' } as const;
  const { data } = useQuery('document.list', wanted ? { filter: {}, sort, start: 0, end: RECENT } : null);
  return (data?.rows ?? []).map((row) => ({
    entity: 'document',
    id: row.id,
    title: row.subject,
    titleMarks: [],
    number: row.number,
    numberMarks: [],
    kind: row.kind,
    date: row.date,
    amount: row.amount,
    inn: null,
    fragment: null,
  }));
}
