import { useNavigate, useParams } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { KindBuilder } from '#renderer/pages/builder/kind/kind-builder.tsx';
import { useSession } from '#renderer/state/session.ts';

/** One kind of documents as it is made; for administrators. */
export function KindBuilderPage() {
  const t = useWords('builder');
  const navigate = useNavigate();
  const { id } = useParams();
  const user = useSession((session) => session.state?.user);
  const kinds = useQuery('kind.setup', {}).data;
  const setup = kinds?.find((one) => one.row.id === id);
  if (setup && user?.roles.includes('administrator')) return <KindBuilder key={setup.row.id} setup={setup} />;
  return (
    <Sheet>
      <PageHeader title={t('kind')} />
      {user && !user.roles.includes('administrator') ? (
        <div className={css['alone']}>
          <Note tone="amber" title={t('deniedTitle')}>
            {t('kindDenied')}
          </Note>
        </div>
      ) : (
        kinds && (
          <EmptyState title={t('kindMissing')} text={t('kindMissingText')}>
            <LinkButton onClick={() => navigate('/admin/kinds')}>{t('toKinds')}</LinkButton>
          </EmptyState>
        )
      )}
    </Sheet>
  );
}
