import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { type Choice, ownValue } from '#renderer/pages/exchange/conflict-choices.ts';
import type { DisputedField } from '#renderer/pages/exchange/disputed-fields.ts';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import { typedForm } from '#renderer/pages/exchange/typed-form.ts';
import { ValueField } from '#renderer/pages/exchange/value-field.tsx';
import { wordDiff } from '#renderer/pages/exchange/word-diff.ts';
import { shapeOf } from '#renderer/pages/record/field-shape.ts';
import type { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { ConflictFacts, ConflictLine } from '#shared/queries/exchange.ts';

/** Structures that are told in enough words to mark those that differ. */
const structures = new Set(['steps', 'conditions', 'policies', 'schedule']);

/** How far the two times of a change may lie apart before the second is told, in milliseconds. */
const NEAR = 60_000;

/** One disputed field: the sides as cards, each with who, when and where. */
export function ConflictField(props: {
  line: ConflictLine;
  field: DisputedField;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
  mineLabel: string;
  /** When the centre learned of the author's value. */
  receivedAt: number | null;
  /** Who wrote the value that stands, as its history tells. */
  writer: ConflictFacts['theirs'][string] | undefined;
  words: ReturnType<typeof useFieldWords>;
}) {
  const { line, field, choice, onChoose } = props;
  const { conflict, names } = line;
  const { writer } = props;
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
  const writtenAt = writer?.occurredAt ?? conflict.theirsAt;
  const station = (device: string | null) => (device ? t('workstation', { device }) : null);
  // Both clocks are told where they differ enough to matter.
  const learned = (entered: number, at: number | null) =>
    at !== null && at - entered > NEAR ? t('centreLearnedShort', { time: clock.moment(at) }) : null;
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
          places={[station(conflict.deviceName), learned(conflict.occurredAt, props.receivedAt)]}
        >
          {shown(field.mine)}
        </Card>
        <Card
          {...radio('theirs')}
          label={`${t('columnCentre')}: ${says(field.theirs)}`}
          who={[writer?.actorName ?? line.theirsName, writtenAt === null ? null : clock.moment(writtenAt)]}
          places={writer ? [station(writer.deviceName), learned(writer.occurredAt, writer.at)] : []}
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
              <OwnValue>
                <ValueField
                  label={t('ownField', { field: name })}
                  kind={kind}
                  field={field.field}
                  about={about}
                  options={field.options}
                  picked={field.picked}
                  text={choice.text}
                  onChange={(text) => onChoose({ side: 'own', text })}
                  error={wrong ? t('badOwn') : undefined}
                />
              </OwnValue>
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
  places: readonly (string | null)[];
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
          {props.places.filter(Boolean).map((place) => (
            <span key={place}>
              <br />
              {place}
            </span>
          ))}
        </span>
      </span>
    </label>
  );
}

/** The hand goes into the field that has just appeared. */
function OwnValue({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  return (
    <div className={css['own']} ref={box}>
      {children}
    </div>
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
