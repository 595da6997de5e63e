import { createPortal } from 'react-dom';
import { hostInfo } from '#renderer/api.ts';
import { useClock, useMinute } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import { disputedOf } from '#renderer/pages/exchange/disputed-fields.ts';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import css from '#renderer/pages/exchange/print-list.module.css';
import { useCardWords } from '#renderer/pages/exchange/use-card-words.ts';
import type { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { useSession } from '#renderer/state/session.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

/** Conflicts as they go to paper, each with all its sides; seen only when the window is printed. */
export function PrintConflicts(props: {
  title: string;
  /** null: nothing is being printed. */
  lines: readonly ConflictLine[] | null;
  definitions: readonly Definition[];
  words: ReturnType<typeof useFieldWords>;
}) {
  const { lines, definitions, words } = props;
  const t = useWords('exchange');
  const clock = useClock();
  const now = useMinute();
  const cardOf = useCardWords();
  const user = useSession((session) => session.state?.user);
  if (!lines) return null;
  return createPortal(
    <div className={css['paper']} aria-hidden="true">
      <h1>{t('printedAt', { title: `${t('title')}: ${props.title}`, time: clock.moment(now) })}</h1>
      <p>
        {user?.fullName} · {hostInfo().profile} · {t('conflictCount', { count: lines.length })}
      </p>
      {lines.map((line) => {
        const { conflict, names } = line;
        const said = (field: string, value: unknown) => words.value(field, value, names, conflict.objectEntity);
        const by = (who: string | null, at: number | null) =>
          at === null ? (who ?? '') : `${who ?? '…'}, ${clock.moment(at)}`;
        return (
          <section key={conflict.id}>
            <h2>
              {[line.objectNumber, line.objectTitle ?? cardOf(conflict.objectEntity)].filter(Boolean).join(' · ')}
            </h2>
            <table>
              <thead>
                <tr>
                  <th>{t('columnField')}</th>
                  <th>{t('columnWas')}</th>
                  <th>{`${t('columnAuthor')}: ${by(line.authorName, conflict.occurredAt)}`}</th>
                  <th>{`${t('columnCentre')}: ${by(line.theirsName, conflict.theirsAt)}`}</th>
                  {conflict.state === 'resolved' && (
                    <th>{`${t('columnChosen')}: ${by(line.resolvedName, conflict.resolvedAt)}`}</th>
                  )}
                </tr>
              </thead>
              <tbody>
                {disputedOf(conflict, definitions).map((one) => (
                  <tr key={one.field}>
                    <td>{words.fieldNameIn(namedAfter(line), one.field)}</td>
                    <td>{said(one.field, one.base)}</td>
                    <td>{said(one.field, one.mine)}</td>
                    <td>{said(one.field, one.theirs)}</td>
                    {conflict.state === 'resolved' && <td>{said(one.field, one.chosen)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </div>,
    document.body,
  );
}
