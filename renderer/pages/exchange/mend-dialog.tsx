import { Checkbox } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { CounterpartyPicker } from '#renderer/pages/documents/counterparty-picker.tsx';
import css from '#renderer/pages/exchange/exchange.module.css';
import { type MendField, mended, mendedValue, mendFields } from '#renderer/pages/exchange/mending.ts';
import type { RefusedGroup } from '#renderer/pages/exchange/refusals.ts';
import { typedForm } from '#renderer/pages/exchange/typed-form.ts';
import type { LineWords } from '#renderer/pages/exchange/use-line-words.ts';
import { useReissue } from '#renderer/pages/exchange/use-reissue.ts';
import { ValueField } from '#renderer/pages/exchange/value-field.tsx';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { DocumentPicker } from '#renderer/pages/ticket/document-picker.tsx';
import type { PickedTicket } from '#renderer/pages/ticket/ticket-picker.tsx';
import type { OutboxLine } from '#shared/queries/exchange.ts';

/** Records that another one can stand for, when theirs does not come about. */
const replaceable = new Set(['document.create', 'counterparty.create']);

/** The dialog gives the hand to what is marked so: the first line to mend, not the cross. */
const begin = (body: HTMLDivElement | null) =>
  body?.querySelector('input, textarea')?.setAttribute('data-autofocus', '');

/** A field that holds something it did not take over: sending now would send its former value. */
function untaken(body: HTMLDivElement | null, fields: readonly MendField[], typed: Readonly<Record<string, string>>) {
  return fields
    .filter((one) => one.kind === 'date' || one.kind === 'money')
    .flatMap((one) => {
      const key = one.path.join('.');
      const input = body?.querySelector<HTMLInputElement>(
        `[data-field="${CSS.escape(key)}"] input[aria-invalid="true"]`,
      );
      return input && input.value !== (typed[key] ?? typedForm(one.kind, one.value)) ? [input] : [];
    })[0];
}

/** A refused change put right where it stands, and entered again with what depends on it. */
export function MendDialog(props: {
  group: RefusedGroup;
  words: (line: OutboxLine) => LineWords;
  onClose: () => void;
}) {
  const { group, onClose } = props;
  const { first, dependants } = group;
  const t = useWords('exchange');
  const errors = useErrorWords();
  const today = useClock().today();
  const definitions = useDefinitions();
  const fieldWords = useFieldWords(definitions);
  const about = first.command.split('.')[0] ?? '';
  const fields = mendFields(first, definitions);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [other, setOther] = useState(false);
  const [instead, setInstead] = useState<PickedTicket | null>(null);
  const reissue = useReissue();
  const args = mended(first.args, fields, typed, about, today);
  const chosen = dependants.filter((line) => !left.has(line.n));
  const words = props.words(first);
  const body = useRef<HTMLDivElement>(null);
  const hold = useCallback((box: HTMLDivElement | null) => {
    body.current = box;
    begin(box);
  }, []);
  const errorAt = (one: MendField): string | undefined => {
    const text = typed[one.path.join('.')];
    if (text === undefined) return one.blamed ? t('mendHere') : undefined;
    return mendedValue(one, text, about, today) === undefined ? t('badOwn') : undefined;
  };
  const send = async () => {
    const unread = other ? undefined : untaken(body.current, fields, typed);
    if (unread) return unread.focus();
    const toOther = other && instead && first.about ? { [first.about.id]: instead.id } : {};
    const ns = [...(other ? [] : [first.n]), ...chosen.map((line) => line.n)];
    const given = { ns, mended: other || args === null ? [] : [{ n: first.n, args }], instead: toOther };
    if (await reissue.run(given, words.object || words.action, other ? first.n : null)) onClose();
  };
  const failed = reissue.error && typeof reissue.error.details['n'] === 'number' ? reissue.error.details['n'] : null;
  const failedLine = [first, ...dependants].find((line) => line.n === failed);
  const why = other && !instead ? t('mendChooseRecord') : !other && args === null ? t('badOwn') : undefined;
  return (
    <Dialog opened title={t('mendTitle', { action: words.action })} onClose={onClose} width={640}>
      <div className={css['mend']} ref={hold}>
        <Note tone="red" title={words.reason ?? ''}>
          {t('mendText')}
        </Note>
        {dependants.length > 0 && replaceable.has(first.command) && (
          <Checkbox
            label={t('mendOther')}
            checked={other}
            onChange={(event) => setOther(event.currentTarget.checked)}
          />
        )}
        {other ? (
          about === 'counterparty' ? (
            <CounterpartyPicker
              label={t('mendRecord')}
              value={instead?.id ?? null}
              onChange={(id) => setInstead(id ? { id, number: null, title: '' } : null)}
            />
          ) : (
            <DocumentPicker label={t('mendRecord')} chosen={instead} onChoose={setInstead} />
          )
        ) : (
          fields.map((one) => {
            const key = one.path.join('.');
            return (
              <div key={key} data-field={key}>
                <ValueField
                  label={fieldWords.fieldNameIn(first.command, one.field)}
                  kind={one.kind}
                  field={one.field}
                  about={about}
                  options={one.options}
                  picked={one.picked}
                  text={typed[key] ?? typedForm(one.kind, one.value)}
                  onChange={(text) => setTyped((before) => ({ ...before, [key]: text }))}
                  error={errorAt(one)}
                />
              </div>
            );
          })
        )}
        {!other && fields.length === 0 && <p className={css['quiet']}>{t('mendNothing')}</p>}
        {dependants.length > 0 && (
          <fieldset className={css['dependants']}>
            <legend>{t('mendDependants', { count: dependants.length })}</legend>
            {dependants.map((line) => {
              const { action, object, what } = props.words(line);
              return (
                <Checkbox
                  key={line.n}
                  label={[action, object, what].filter(Boolean).join(' · ')}
                  checked={!left.has(line.n)}
                  onChange={(event) => setLeft(toggled(left, line.n, !event.currentTarget.checked))}
                />
              );
            })}
          </fieldset>
        )}
        {reissue.error && (
          <Note tone="red" title={errors(reissue.error)}>
            {failedLine && failedLine !== first && t('mendFailedAt', { action: props.words(failedLine).action })}
          </Note>
        )}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={onClose}>
            {t('mendLater')}
          </ActionButton>
          <ActionButton variant="filled" busy={reissue.busy} reason={why} onClick={() => void send()}>
            {t('mendSend', { count: chosen.length + (other ? 0 : 1) })}
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}

function toggled(set: ReadonlySet<number>, n: number, isIn: boolean): Set<number> {
  const next = new Set(set);
  if (isIn) next.add(n);
  else next.delete(n);
  return next;
}
