import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/approval.module.css';
import { DifferenceButton } from '#renderer/pages/approval/difference.tsx';
import { fingerprint } from '#renderer/pages/approval/rule-words.ts';
import { whole } from '#renderer/pages/approval/use-names.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { VersionLine } from '#shared/queries/approval.ts';

const verdicts = [
  ['approve', 'green'],
  ['remark', 'green'],
  ['return', 'amber'],
  ['reject', 'red'],
] as const;

/** Every version that a round has seen, the newest first, with what was decided about it. */
export function VersionsTable({ documentId, versions }: { documentId: string; versions: readonly VersionLine[] }) {
  const t = useWords('approval');
  const clock = useClock();
  const sorted = [...versions].sort((a, b) => b.number - a.number);
  return (
    <section className={css['versions']} aria-label={t('versions')}>
      <h3 className={css['caption']}>
        {t('versions')} <span className={css['quiet']}>{t('versionsHint')}</span>
      </h3>
      <table>
        <thead className="op-hidden">
          <tr>
            <th scope="col">{t('versionColumn')}</th>
            <th scope="col">{t('versionMoment')}</th>
            <th scope="col">{t('versionAuthor')}</th>
            <th scope="col">{t('versionWhy')}</th>
            <th scope="col">{t('versionHash')}</th>
            <th scope="col">{t('versionDecisions')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((version, index) => (
            <tr key={version.id} data-current={index === 0 || undefined}>
              <th scope="row">{t('version', { version: version.number })}</th>
              <td className="op-figures">{clock.moment(version.occurredAt)}</td>
              <td>
                <span className={css['author']}>
                  <PersonAvatar id={version.author.id} name={version.author.fullName} decorative />
                  <span className="op-ellipsis">{whole(version.author.fullName)}</span>
                </span>
              </td>
              <td className={css['why']}>
                <Why documentId={documentId} version={version} before={sorted[index + 1] ?? null} />
              </td>
              <td>
                <code className={css['hash']}>{fingerprint(version.hash, 2)}</code>
              </td>
              <td>
                <Decisions version={version} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Why(props: { documentId: string; version: VersionLine; before: VersionLine | null }) {
  const { version, before } = props;
  const t = useWords('approval');
  const { fieldName } = useFieldWords();
  const changed = [...version.changed.fields.map(fieldName), ...version.changed.files];
  const label = version.note || changed.join(', ');
  if (!before || !label) return <span className={css['quiet']}>{label || t('versionFirst')}</span>;
  return (
    <DifferenceButton
      documentId={props.documentId}
      from={before.number}
      to={version.number}
      look="link"
      label={label}
    />
  );
}

function Decisions({ version }: { version: VersionLine }) {
  const t = useWords('approval');
  const made = verdicts.filter(([verdict]) => version.decisions[verdict] > 0);
  if (made.length === 0) return <span className={css['quiet']}>{t('noDecisions')}</span>;
  return (
    <span className={css['counts']}>
      {made.map(([verdict, tone]) => {
        const count = version.decisions[verdict];
        return (
          <span key={verdict} className={css['count']}>
            <b data-tone={tone}>{count}</b>{' '}
            {verdict === 'remark' ? t('count_remark') : t(`count_${verdict}`, { count })}
          </span>
        );
      })}
    </span>
  );
}
