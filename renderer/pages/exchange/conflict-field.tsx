import { type ReactNode, useId } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatAmount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { numberWords } from '#renderer/pages/document/number-words.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { type Choice, ownValue } from '#renderer/pages/exchange/conflict-choices.ts';
import type { DisputedField } from '#renderer/pages/exchange/disputed-fields.ts';
import type { FieldKind } from '#renderer/pages/exchange/field-kind.ts';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import { wordDiff } from '#renderer/pages/exchange/word-diff.ts';
import { shapeOf } from '#renderer/pages/record/field-shape.ts';
import type { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

const longTexts = new Set(['note', 'ours', 'theirs', 'agreed', 'text', 'stopReason', 'address']);
/** Structures that are told in enough words to mark those that differ. */
const structures = new Set(['steps', 'conditions', 'policies', 'schedule']);

/** One disputed field: the sides as cards, each with who, when and where. */
export function ConflictField(props: {
  line: ConflictLine;
  field: DisputedField;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
  mineLabel: string;
  words: ReturnType<typeof useFieldWords>;
}) {
  const { line, field, choice, onChoose } = props;
  const { conflict, names } = line;
  const t = useWords('exchange');
  const clock = useClock();
  const { fieldNameIn, value } = props.words;
  const about = conflict.objectEntity;
  const name = fieldNameIn(namedAfter(line), field.field);
  const group = useId();
  const { kind } = field;
  const says = (side: unknown) => value(field.field, side, names, about);
  const compared =
    structures.has(shapeOf(field.field, about)) ||
    (kind === 'text' && [field.base, field.mine, field.theirs].every((side) => typeof side === 'string'));
  const shown = (side: unknown): ReactNode =>
    compared ? <Marked from={says(field.base)} to={says(side)} /> : says(side);
  const firstWording = choice?.text || typedForm(kind, field.mine);
  const wrong = choice?.side === 'own' && ownValue(field, choice.text, clock.today()) === undefined;
  const radio = (side: Choice['side']) => ({
    name: group,
    checked: choice?.side === side,
    onChange: () => onChoose({ side, text: side === 'own' ? firstWording : (choice?.text ?? '') }),
  });
  return (
    <div className={css['field']} role="radiogroup" aria-label={t('chooseFor', { field: name })}>
      <div className={css['name']}>{name}</div>
      <div className={css['was']}>
        <del>{says(field.base)}</del>
      </div>
      <div className={css['sides']}>
        <Card
          {...radio('mine')}
          label={`${props.mineLabel}: ${says(field.mine)}`}
          who={[line.authorName, clock.moment(conflict.occurredAt)]}
          place={conflict.deviceName ? t('workstation', { device: conflict.deviceName }) : null}
        >
          {shown(field.mine)}
        </Card>
        <Card
          {...radio('theirs')}
          label={`${t('columnCentre')}: ${says(field.theirs)}`}
          who={[line.theirsName, conflict.theirsAt === null ? null : clock.moment(conflict.theirsAt)]}
          place={null}
        >
          {shown(field.theirs)}
        </Card>
        {kind !== 'choice' && (
          <div className={css['choice']} data-own data-chosen={choice?.side === 'own' || undefined}>
            <input type="radio" {...radio('own')} aria-label={t('own')} id={`${group}-own`} />
            <label className={css['value']} htmlFor={`${group}-own`}>
              {t('own')}
            </label>
            {choice?.side === 'own' && (
              <div className={css['own']}>
                <TextField
                  label={t('ownField', { field: name })}
                  value={choice.text}
                  onChange={(text) => onChoose({ side: 'own', text })}
                  error={wrong ? t('badOwn') : undefined}
                  autoFocus
                  {...(longTexts.has(field.field) ? { rows: 3 } : {})}
                />
              </div>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function Card(props: {
  name: string;
  checked: boolean;
  onChange: () => void;
  label: string;
  who: readonly (string | null)[];
  place: string | null;
  children: ReactNode;
}) {
  return (
    <label className={css['choice']} data-chosen={props.checked || undefined}>
      <input
        type="radio"
        name={props.name}
        checked={props.checked}
        onChange={props.onChange}
        aria-label={props.label}
      />
      <span>
        <span className={css['value']}>{props.children}</span>
        <br />
        <span className={css['quiet']}>
          {props.who.filter(Boolean).join(', ')}
          {props.place && (
            <>
              <br />
              {props.place}
            </>
          )}
        </span>
      </span>
    </label>
  );
}

/** The words that this side brought in are marked; what it took out is seen in «Было». */
function Marked({ from, to }: { from: string; to: string }) {
  const runs = wordDiff(from, to);
  if (!runs) return to;
  let at = 0;
  const kept = runs.flatMap((run) => {
    if (run.kind === 'removed') return [];
    at += run.text.length;
    return [{ ...run, at }];
  });
  return kept.map((run) =>
    run.kind === 'added' ? <ins key={run.at}>{run.text}</ins> : <span key={run.at}>{run.text}</span>,
  );
}

/** A value as it is typed into a field. */
function typedForm(kind: FieldKind, value: unknown): string {
  if (kind === 'money') return typeof value === 'number' ? formatAmount(value) : '';
  if (kind === 'number') return typeof value === 'number' ? numberWords(value) : '';
  if (typeof value !== 'string') return '';
  return kind === 'date' ? formatDate(value) : value;
}
