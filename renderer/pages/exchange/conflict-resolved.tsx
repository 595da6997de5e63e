import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { RegistrationNumber } from '#renderer/components/registration-number.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import { conflictAddress } from '#renderer/pages/exchange/addresses.ts';
import css from '#renderer/pages/exchange/conflict.module.css';
import { ConflictMerged } from '#renderer/pages/exchange/conflict-merged.tsx';
import { disputedOf } from '#renderer/pages/exchange/disputed-fields.ts';
import { namedAfter } from '#renderer/pages/exchange/named-after.ts';
import { useCardWords } from '#renderer/pages/exchange/use-card-words.ts';
import type { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import { useSession } from '#renderer/state/session.ts';
import { sameValue } from '#shared/lib/canonical.ts';
import type { ConflictLine } from '#shared/queries/exchange.ts';

/** A conflict that has been decided: who chose what, and what was not taken. Nothing of it is lost. */
export function ConflictResolved(props: {
  line: ConflictLine;
  definitions: readonly Definition[];
  words: ReturnType<typeof useFieldWords>;
  onPrint: () => void;
}) {
  const { line, words } = props;
  const { conflict, names } = line;
  const t = useWords('exchange');
  const clock = useClock();
  const navigate = useNavigate();
  const part = useCardWords()(conflict.objectEntity);
  const isMine = conflict.authorId === useSession((session) => session.state?.user?.id);
  const { data: facts } = useQuery('conflict.facts', { id: conflict.id });
  const address = conflictAddress(line);
  const said = (field: string, value: unknown) => words.value(field, value, names, conflict.objectEntity);
  const whose = (one: { mine: unknown; theirs: unknown; chosen: unknown }) =>
    sameValue(one.chosen ?? null, one.theirs ?? null)
      ? t('chosenCentre')
      : sameValue(one.chosen ?? null, one.mine ?? null)
        ? t(isMine ? 'chosenMine' : 'chosenAuthor')
        : t('chosenOwn');
  const told = {
    who: line.resolvedName ?? t('somebody'),
    when: conflict.resolvedAt === null ? '' : clock.moment(conflict.resolvedAt),
  };
  return (
    <section className={css['desk']} aria-label={line.objectTitle ?? t('conflict')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={t('resolvedOne')}>
        <div className={css['tag']}>
          {line.objectNumber && <RegistrationNumber number={line.objectNumber} plain />}
          {address && <LinkButton onClick={() => navigate(address)}>{t('openRecord')}</LinkButton>}
          <span className={css['end']}>
            <IconButton label={t('print')} onClick={props.onPrint}>
              <IconPrinter size={16} stroke={1.6} />
            </IconButton>
          </span>
        </div>
        <h2 className={css['title']}>{line.objectTitle ?? t('conflict')}</h2>
        {part && <p className={css['quiet']}>{part}</p>}
        <Note tone="green" title={t('resolvedBy', told)}>
          {t('resolvedKept')}
        </Note>
        <table className={css['versions']}>
          <thead>
            <tr>
              <th scope="col">{t('columnField')}</th>
              <th scope="col">{t('columnWas')}</th>
              <th scope="col">{isMine ? t('columnMine') : t('columnAuthor')}</th>
              <th scope="col">{t('columnCentre')}</th>
              <th scope="col">{t('columnChosen')}</th>
            </tr>
          </thead>
          <tbody>
            {disputedOf(conflict, props.definitions).map((one) => (
              <tr key={one.field}>
                <th scope="row">{words.fieldNameIn(namedAfter(line), one.field)}</th>
                <td>{said(one.field, one.base)}</td>
                <td>{said(one.field, one.mine)}</td>
                <td>{said(one.field, one.theirs)}</td>
                <td>
                  <b>{said(one.field, one.chosen)}</b>
                  <br />
                  <span className={css['quiet']}>{whose(one)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <ConflictMerged line={line} facts={facts} mine={isMine} words={words} />
      </section>
    </section>
  );
}
