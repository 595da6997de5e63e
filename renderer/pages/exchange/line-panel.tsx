import { ActionButton } from '#renderer/components/action-button.tsx';
import { KeyValues } from '#renderer/components/key-values.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Receipt } from '#renderer/components/receipt.tsx';
import { PanelSection, SidePanel } from '#renderer/components/side-panel.tsx';
import { Trail, type TrailStep } from '#renderer/components/trail.tsx';
import type { CoreError } from '#renderer/data/core-error.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { addressOf } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/exchange.module.css';
import { TypedList } from '#renderer/pages/exchange/typed-list.tsx';
import type { LineWords } from '#renderer/pages/exchange/use-line-words.ts';
import { fileBytes } from '#renderer/pages/record/order-parts.ts';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** One change: its path, exactly what goes to the centre, and that nothing is lost meanwhile. */
export function LinePanel(props: {
  line: OutboxLine | null;
  words: (line: OutboxLine) => LineWords;
  /** Its place among those that wait; 0: it does not wait. */
  place: number;
  onOpen: (line: OutboxLine) => void;
  withdraw?: { run: (line: OutboxLine, object: string) => unknown; busy: boolean; error: CoreError | null };
}) {
  const { line, withdraw } = props;
  const t = useWords('exchange');
  const { size } = useFormats();
  const errors = useErrorWords();
  if (!line)
    return (
      <SidePanel label={t('panel')}>
        <p className={css['panelHint']}>{t('panelHint')}</p>
      </SidePanel>
    );
  const words = props.words(line);
  const files = fileBytes(line.command, line.args);
  const open = addressOf(line) !== null;
  const mayWithdraw =
    withdraw !== undefined && line.state === 'waiting' && !line.inDoubt && line.command !== 'sync.withdraw';
  return (
    <SidePanel
      label={t('panel')}
      header={
        <>
          <span className="op-ellipsis">{words.object || words.action}</span>{' '}
          <Receipt receipt={words.receipt} reason={words.reason ?? undefined} />
        </>
      }
      footer={
        (mayWithdraw || open) && (
          <>
            {open && (
              <ActionButton grow keys={['↵']} onClick={() => props.onOpen(line)}>
                {t(line.conflictId === null ? 'open' : 'choose')}
              </ActionButton>
            )}
            {mayWithdraw && withdraw && (
              <ActionButton grow busy={withdraw.busy} onClick={() => void withdraw.run(line, words.object)}>
                {t('withdraw')}
              </ActionButton>
            )}
          </>
        )
      }
    >
      {withdraw?.error && (
        <PanelSection>
          <Note tone="red" title={errors(withdraw.error)} />
        </PanelSection>
      )}
      <PanelSection title={t('path')}>
        <LineTrail line={line} place={props.place} />
      </PanelSection>
      <PanelSection title={line.state === 'accepted' || line.state === 'rejected' ? t('whatWent') : t('whatGoes')}>
        <KeyValues
          entries={[
            [t('event'), words.action],
            words.object ? [t('record'), words.object] : null,
            ...words.changes.map((change): [string, string] => {
              const [field = '', ...rest] = change.split(': ');
              return [field, rest.join(': ')];
            }),
            files > 0 ? [t('files'), size(files)] : null,
            [t('size'), size(line.size)],
            [t('number'), formatCount(line.n)],
            words.reason ? [t('reason'), words.reason] : null,
          ]}
        />
      </PanelSection>
      {line.state === 'rejected' && line.command !== 'sync.withdraw' && (
        <PanelSection title={t('typedTitle')}>
          <TypedList line={line} />
        </PanelSection>
      )}
      <PanelSection>
        <Standing line={line} words={words} />
      </PanelSection>
    </SidePanel>
  );
}

/** What its state means for the person: nothing is lost in any of them. */
function Standing({ line, words }: { line: OutboxLine; words: LineWords }) {
  const t = useWords('exchange');
  if (line.command === 'sync.withdraw')
    return (
      <Note tone="ink" title={t('withdrawnNote')}>
        {t('withdrawnText')}
      </Note>
    );
  if (line.suspended)
    return (
      <Note tone="amber" title={t('suspendedNote')}>
        {words.suspended} {t('suspendedText')}
      </Note>
    );
  if (line.inDoubt)
    return (
      <Note tone="ink" title={t('doubtNote')}>
        {t('doubtText')}
      </Note>
    );
  if (line.conflictId !== null)
    return (
      <Note tone="plum" title={t('conflictNote')}>
        {t('conflictText')}
      </Note>
    );
  if (line.state === 'rejected')
    return (
      <Note tone="ink" title={t(line.aside ? 'asideNote' : 'refusedNote')}>
        {t(line.aside ? 'asideText' : 'refusedText')}
      </Note>
    );
  return (
    <Note tone="green" title={t('safeTitle')}>
      {line.state === 'accepted' ? t('safeTextAccepted') : t('safeText')}
    </Note>
  );
}

function LineTrail({ line, place }: { line: OutboxLine; place: number }) {
  const t = useWords('exchange');
  const clock = useClock();
  const entered = clock.moment(line.enteredAt);
  const decided = line.decidedAt === null ? undefined : clock.moment(line.decidedAt);
  const steps: TrailStep[] = [
    { title: t('pathSaved'), text: entered, state: 'done' },
    { title: t('pathLogged'), text: entered, state: 'done' },
  ];
  if (line.command === 'sync.withdraw')
    return <Trail steps={[...steps, { title: t('pathWithdrawn'), text: decided, state: 'done' }]} />;
  if (line.inDoubt) steps.push({ title: t('pathDoubt'), state: 'now' });
  else if (line.state === 'waiting')
    steps.push({ title: place > 0 ? t('pathWaitsTurn', { place }) : t('pathWaits'), state: 'now' });
  if (line.state === 'sent') steps.push({ title: t('pathSending'), state: 'now' });
  if (line.state === 'rejected')
    steps.push({
      title: t('pathRejected'),
      text: decided,
      state: 'refused',
    });
  else steps.push({ title: t('pathAccepted'), text: decided, state: line.state === 'accepted' ? 'done' : 'ahead' });
  return <Trail steps={steps} />;
}
