import { IconPrinter } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import type { Choices } from '#renderer/pages/exchange/conflict-choices.ts';
import { ConflictDecision } from '#renderer/pages/exchange/conflict-decision.tsx';
import { ConflictItem } from '#renderer/pages/exchange/conflict-item.tsx';
import { ConflictResolved } from '#renderer/pages/exchange/conflict-resolved.tsx';
import page from '#renderer/pages/exchange/exchange.module.css';
import { Failed } from '#renderer/pages/exchange/failed.tsx';
import { PrintConflicts } from '#renderer/pages/exchange/print-conflicts.tsx';
import { usePrint } from '#renderer/pages/exchange/use-print.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

const MOST = 200;
const none: readonly ConflictLine[] = [];
type Shown = 'open' | 'resolved';

/** Two truths about the same field: one line each at the left, the choice at the right; decided ones are kept beside. */
export function ConflictDesk() {
  const t = useWords('exchange');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [shown, setShown] = useState<Shown>('open');
  const open = useQuery('conflict.list', { state: 'open', limit: MOST });
  const resolved = useQuery('conflict.list', { state: 'resolved', limit: MOST }).data ?? none;
  const [selected, setSelected] = useState<string | null>(search.get('of'));
  // What has been chosen stays while another conflict is looked at.
  const [choices, setChoices] = useState<Readonly<Record<string, Choices>>>({});
  const definitions = useDefinitions();
  const words = useFieldWords(definitions);
  const lines = (shown === 'open' ? open.data : resolved) ?? none;
  const paper = usePrint(lines);
  const print = useRef(paper.print);
  print.current = paper.print;
  useShortcuts(useMemo(() => [{ keys: 'Ctrl+P', whileTyping: true, run: () => print.current() }], []));
  // A card leads here with the id of its record or of one conflict.
  const place = Math.max(
    0,
    lines.findIndex(({ conflict }) => conflict.id === selected || conflict.objectId === selected),
  );
  const chosen = lines[place];
  const items = useRef<HTMLUListElement>(null);
  // The conflict that is being left, and how often one has been.
  const left = useRef<string | null>(null);
  const [leaving, setLeaving] = useState(0);
  const chosenId = chosen?.conflict.id;
  // The hand goes on with the next one; where none is left, to the part of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list may have lost it before the hand lets go
  useEffect(() => {
    if (left.current === null || left.current === chosenId) return;
    left.current = null;
    const next = items.current?.querySelector<HTMLElement>('[aria-current="true"]');
    (next ?? document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
  }, [chosenId, leaving]);
  if (!open.data) return <Failed error={open.error} onRetry={open.refresh} />;
  if (!chosen) {
    return (
      <EmptyState title={t('noConflicts')} text={t('noConflictsText')}>
        {resolved.length > 0 && (
          <p className={css['quiet']}>
            {t('resolvedCount', { count: resolved.length })}.{' '}
            <LinkButton onClick={() => setShown('resolved')}>{t('resolvedShow')}</LinkButton>
          </p>
        )}
      </EmptyState>
    );
  }
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = ['ArrowDown', 'KeyJ'].includes(event.code) ? 1 : ['ArrowUp', 'KeyK'].includes(event.code) ? -1 : 0;
    const next = lines[place + step];
    if (step === 0 || !next || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    setSelected(next.conflict.id);
    event.currentTarget.querySelectorAll<HTMLElement>('button')[place + step]?.focus();
  };
  const goOn = () => {
    const next = lines[(place + 1) % lines.length];
    left.current = chosen.conflict.id;
    setLeaving((before) => before + 1);
    if (next && lines.length > 1) setSelected(next.conflict.id);
    return lines.length > 1;
  };
  return (
    <div className={page['body']}>
      <section className={css['side']} aria-label={t('conflictsList')} data-area="list">
        <div className={css['sideHead']}>
          <Segmented
            label={t('conflictsList')}
            value={shown}
            choices={[
              { value: 'open', label: t('listOpen', { count: open.data.length }) },
              { value: 'resolved', label: t('listResolved', { count: resolved.length }) },
            ]}
            onChange={setShown}
          />
          <IconButton label={t('printConflicts')} keys={['Ctrl', 'P']} onClick={() => paper.print()}>
            <IconPrinter size={16} stroke={1.6} />
          </IconButton>
        </div>
        <p className={css['promise']}>{t('nothingLost')}</p>
        <ul className={css['items']} ref={items} onKeyDown={move}>
          {lines.map((line) => (
            <li key={line.conflict.id}>
              <ConflictItem
                line={line}
                current={line === chosen}
                onSelect={() => setSelected(line.conflict.id)}
                definitions={definitions}
                words={words}
              />
            </li>
          ))}
        </ul>
      </section>
      {shown === 'open' ? (
        <ConflictDecision
          key={chosen.conflict.id}
          line={chosen}
          choices={choices[chosen.conflict.id] ?? {}}
          onChoose={(next) => setChoices((before) => ({ ...before, [chosen.conflict.id]: next }))}
          onLater={() => goOn() || navigate('/documents')}
          onDecided={goOn}
          onPrint={() => paper.print([chosen])}
        />
      ) : (
        <ConflictResolved
          key={chosen.conflict.id}
          line={chosen}
          definitions={definitions}
          words={words}
          onPrint={() => paper.print([chosen])}
        />
      )}
      <PrintConflicts title={t('tabConflicts')} lines={paper.shown} definitions={definitions} words={words} />
    </div>
  );
}
