import { IconArrowsExchange } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { ErrorPanel } from '#renderer/components/error-panel.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Sheet } from '#renderer/components/sheet.tsx';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type ChangeFilter, changePlaces, stepChange } from '#renderer/pages/compare/changes.ts';
import css from '#renderer/pages/compare/compare.module.css';
import { CompareFoot } from '#renderer/pages/compare/compare-foot.tsx';
import { CompareHead } from '#renderer/pages/compare/compare-head.tsx';
import { Failed, Working } from '#renderer/pages/compare/compare-state.tsx';
import { type Layout, Papers } from '#renderer/pages/compare/paper.tsx';
import { PrintRedline } from '#renderer/pages/compare/print-redline.tsx';
import { ProtocolPanel } from '#renderer/pages/compare/protocol-panel.tsx';
import { useComparison } from '#renderer/pages/compare/use-comparison.ts';
import { VersionPicker } from '#renderer/pages/compare/version-picker.tsx';
import { MissingDocument } from '#renderer/pages/document/missing-document.tsx';
import { filesOf } from '#renderer/pages/files/file-groups.ts';
import { useSection } from '#renderer/state/place.ts';
import { isContract } from '#shared/domain/document.ts';
import type { AttachmentInfo, DocumentCard } from '#shared/queries/document.ts';

/** Two versions of a document's files side by side, with the disagreement protocol beside them. */
export function ComparePage() {
  const { id = '', left = '', right = '' } = useParams();
  const t = useWords('compare');
  const words = useErrorWords();
  const navigate = useNavigate();
  const { data: card, error, refresh, current } = useQuery('document.card', { id });
  useSection(card && isContract(card.document.kind) ? 'contracts' : 'documents');
  if (error && !card)
    return (
      <Sheet>
        <ErrorPanel title={words(asCoreError(error))} code={asCoreError(error).told} onRetry={refresh} />
      </Sheet>
    );
  if (card === undefined || !current) return <Sheet>{null}</Sheet>;
  if (card === null) return <MissingDocument />;
  const sides = [left, right].map((side) => card.attachments.find((file) => file.id === side));
  const [one, other] = sides;
  if (!one || !other)
    return (
      <Sheet>
        <div className={css['state']}>
          <Note
            tone="amber"
            title={t('missing')}
            actions={
              <ActionButton size="xs" onClick={() => navigate(`/documents/${id}?tab=files`)}>
                {t('back')}
              </ActionButton>
            }
          >
            {t('missingText')}
          </Note>
        </div>
      </Sheet>
    );
  return <Comparison card={card} left={one} right={other} />;
}

function Comparison({ card, left, right }: { card: DocumentCard; left: AttachmentInfo; right: AttachmentInfo }) {
  const t = useWords('compare');
  const navigate = useNavigate();
  const { document } = card;
  const [layout, setLayout] = useState<Layout>('side');
  const [filter, setFilter] = useState<ChangeFilter>('all');
  const [chosen, setChosen] = useState<number | null>(null);
  const hasProtocol = isContract(document.kind);
  const [protocol, setProtocol] = useState(true);
  const { compared, error, busy, cancel, retry } = useComparison(left.id, right.id);
  const redline = error ? null : (compared?.redline ?? null);
  const places = useMemo(() => (redline ? changePlaces(redline, filter) : []), [redline, filter]);
  const shown = places.find((place) => place.change === chosen) ?? places[0] ?? null;
  const goTo = useRef<((row: number) => void) | null>(null);

  const choose = (change: number | null) => {
    const place = places.find((one) => one.change === change);
    if (!place) return;
    setChosen(place.change);
    goTo.current?.(place.row);
  };
  // Another pair of versions is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the redline stands for the pair
  useEffect(() => setChosen(null), [redline]);
  const step = (by: 1 | -1) => choose(stepChange(places, shown?.change ?? null, by));
  const back = () => navigate(`/documents/${document.id}?tab=files`);
  useShortcuts([
    { keys: 'J', run: () => step(1) },
    { keys: 'K', run: () => step(-1) },
    { keys: 'Esc', run: back },
    { keys: 'Ctrl+P', whileTyping: true, run: () => window.print() },
  ]);
  const go = (one: string, other: string) =>
    navigate(`/documents/${document.id}/compare/${one}/${other}`, { replace: true });
  const files = filesOf(card.attachments);
  return (
    <Sheet>
      <CompareHead
        card={card}
        redline={redline}
        places={places}
        current={shown?.change ?? null}
        layout={layout}
        filter={filter}
        protocol={hasProtocol ? protocol : null}
        onBack={back}
        onStep={step}
        onLayout={setLayout}
        onFilter={setFilter}
        onProtocol={setProtocol}
      />
      <div className={css['split']}>
        <div className={css['main']}>
          <div className={css['sides']}>
            <VersionPicker side="left" files={files} chosen={left} onChoose={(one) => go(one.id, right.id)} />
            <IconButton label={t('swap')} size={24} onClick={() => go(right.id, left.id)}>
              <IconArrowsExchange size={16} stroke={1.6} />
            </IconButton>
            <VersionPicker side="right" files={files} chosen={right} onChoose={(one) => go(left.id, one.id)} />
          </div>
          <Working busy={busy} onStop={cancel} empty={redline === null} />
          {!busy && error && <Failed error={error} onRetry={retry} />}
          {redline && (
            <>
              <Sameness redline={redline} shown={places.length} onAll={() => setFilter('all')} />
              <Papers
                key={`${compared?.left} ${compared?.right}`}
                redline={redline}
                layout={layout}
                filter={filter}
                places={places}
                current={shown?.change ?? null}
                onChoose={choose}
                goTo={goTo}
              />
              <CompareFoot redline={redline} />
              <PrintRedline redline={redline} layout={layout} filter={filter} card={card} left={left} right={right} />
            </>
          )}
        </div>
        {hasProtocol && protocol && (
          <ProtocolPanel
            card={card}
            compared={redline ? compared : null}
            place={shown}
            places={places}
            onChange={choose}
          />
        )}
      </div>
    </Sheet>
  );
}

/** Nothing, or nothing of weight, differs. */
function Sameness(props: { redline: { changes: number }; shown: number; onAll: () => void }) {
  const t = useWords('compare');
  if (props.shown > 0) return null;
  return (
    <div className={css['state']}>
      {props.redline.changes === 0 ? (
        <Note tone="green" title={t('same')}>
          {t('sameText')}
        </Note>
      ) : (
        <Note
          tone="green"
          title={t('onlyQuiet')}
          actions={<LinkButton onClick={props.onAll}>{t('showAll')}</LinkButton>}
        >
          {t('onlyQuietText')}
        </Note>
      )}
    </div>
  );
}
