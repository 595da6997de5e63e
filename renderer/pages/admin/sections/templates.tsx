import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';

/** Templates are documents with a DOCX file: their versions, history and discussion are those of any document. */
export function Templates() {
  const t = useWords('admin');
  const contract = useWords('contract');
  const navigate = useNavigate();
  const { data } = useQuery('template.list', {});
  return (
    <>
      <div className={css['head']}>
        <p className={css['quiet']}>{t('templatesText')}</p>
        <ActionButton
          variant="filled"
          icon={<IconPlus size={16} stroke={1.6} />}
          onClick={() => navigate('/documents/new/template')}
        >
          {t('addTemplate')}
        </ActionButton>
      </div>
      {data?.length === 0 && <EmptyState title={t('empty')} text={t('empty_template')} />}
      {data && data.length > 0 && (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('type')}</th>
              <th scope="col">{t('file')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((line) => (
              <tr key={line.documentId}>
                <td>
                  <button
                    type="button"
                    className={css['name']}
                    onClick={() => navigate(`/documents/${line.documentId}?tab=files`)}
                  >
                    {line.title}
                  </button>
                </td>
                <td>{line.contractType ? contract(`${line.contractType}Type`) : ''}</td>
                <td>
                  {line.attachment
                    ? t('fileVersion', { name: line.attachment.name, version: line.attachment.version })
                    : t('noFile')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
