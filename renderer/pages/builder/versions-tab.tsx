import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { DifferenceList } from '#renderer/pages/builder/difference-list.tsx';
import type { PortalSetup } from '#renderer/pages/builder/portal-setup.ts';
import type { KeptService } from '#renderer/pages/builder/use-service-draft.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** Everything that was ever in force: who published it, why, what it changed; any of it can become the draft again. */
export function VersionsTab(props: {
  row: KeptService;
  portal: PortalSetup;
  definition: ServiceDefinition;
  onTake: (definition: ServiceDefinition, version: number) => void;
}) {
  const t = useWords('builder');
  const clock = useClock();
  const { employeeOf } = useDirectory();
  const { row, definition } = props;
  const versions = props.portal.versions.filter((one) => one.serviceId === row.id);
  const [open, setOpen] = useState<number | null>(null);
  const drafted = row.published === null || !sameValue(row.published, definition);
  return (
    <div className={css['columns']}>
      <div className={css['cardWide']}>
        {drafted && (
          <article className={css['version']}>
            <header>
              <b>{t('draft')}</b>
              <span className={css['quiet']}>{t(row.published ? 'draftAgainst' : 'neverPublished')}</span>
            </header>
            {row.published && <DifferenceList before={row.published} after={definition} />}
          </article>
        )}
        {versions.map((one) => (
          <article key={one.id} className={css['version']}>
            <header>
              <b>{t('version', { version: one.version })}</b>
              {one.version === row.publishedVersion && <span className={css['inForce']}>{t('inForce')}</span>}
              <span className={css['quiet']}>
                {clock.moment(one.publishedAt)}
                {employeeOf(one.authorId) ? `, ${employeeOf(one.authorId)?.fullName}` : ''}
              </span>
              <span className={css['versionActs']}>
                <LinkButton onClick={() => setOpen(open === one.version ? null : one.version)}>
                  {t(open === one.version ? 'hideChanges' : one.version === 1 ? 'showFirst' : 'showChanges')}
                </LinkButton>
              </span>
            </header>
            {one.note && <p className={css['note']}>{one.note}</p>}
            {open === one.version && (
              <VersionBody serviceId={row.id} version={one.version} draft={definition} onTake={props.onTake} />
            )}
          </article>
        ))}
      </div>
    </div>
  );
}

function VersionBody(props: {
  serviceId: string;
  version: number;
  draft: ServiceDefinition;
  onTake: (definition: ServiceDefinition, version: number) => void;
}) {
  const t = useWords('builder');
  const { serviceId: id, version } = props;
  const own = useQuery('service.form', { id, version, requesterId: null }).data?.asked;
  const earlier = useQuery('service.form', version > 1 ? { id, version: version - 1, requesterId: null } : null).data
    ?.asked;
  if (!own) return null;
  return (
    <>
      {earlier ? (
        <DifferenceList before={earlier} after={own} />
      ) : (
        <p className={css['quiet']}>
          {t('firstFields', {
            fields: own.form.sections.flatMap((one) => one.fields.map((field) => field.label)).join(', '),
          })}
        </p>
      )}
      {sameValue(own, props.draft) ? (
        <p className={css['quiet']}>{t('sameAsDraft')}</p>
      ) : (
        <div>
          <ActionButton onClick={() => props.onTake(own, version)}>{t('makeDraft')}</ActionButton>
        </div>
      )}
    </>
  );
}
