import { useNavigate, useParams } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { Builder } from '#renderer/pages/builder/builder.tsx';
import { useSession } from '#renderer/state/session.ts';

/** Those whose commands change services. */
const makers = ['administrator', 'hr', 'it'] as const;

/** One service as it is made: its form, who does the work, who agrees, who may ask, its versions. */
export function BuilderPage() {
  const t = useWords('builder');
  const navigate = useNavigate();
  const { id } = useParams();
  const user = useSession((session) => session.state?.user);
  const portal = useQuery('service.setup', {}).data;
  const setup = useQuery('company.setup', {}).data;
  const row = portal?.services.find((one) => one.id === id);
  if (user && !makers.some((role) => user.roles.includes(role)))
    return (
      <Sheet>
        <PageHeader title={t('title')} />
        <div className={css['alone']}>
          <Note tone="amber" title={t('deniedTitle')}>
            {t('deniedText')}
          </Note>
        </div>
      </Sheet>
    );
  if (!portal || !setup || !user)
    return (
      <Sheet>
        <PageHeader title={t('title')} />
      </Sheet>
    );
  if (!row)
    return (
      <Sheet>
        <PageHeader title={t('title')} />
        <EmptyState title={t('missingTitle')} text={t('missingText')}>
          <LinkButton onClick={() => navigate('/admin/services')}>{t('toServices')}</LinkButton>
        </EmptyState>
      </Sheet>
    );
  return <Builder key={row.id} row={row} portal={portal} setup={setup} userId={user.id} />;
}
