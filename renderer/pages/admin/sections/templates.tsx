import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { TemplateKindsDialog } from '#renderer/pages/drafting/template-kinds-dialog.tsx';
import { TemplateMenu } from '#renderer/pages/drafting/template-menu.tsx';
import { TemplateTryDialog } from '#renderer/pages/drafting/template-try-dialog.tsx';
import { useTemplateKinds } from '#renderer/pages/drafting/use-template-kinds.ts';

/** Templates are documents with a DOCX file: their versions, history and discussion are those of any document. */
export function Templates() {
  const t = useWords('admin');
  const contract = useWords('contract');
  const drafting = useWords('drafting');
  const navigate = useNavigate();
  const { words } = useTemplateKinds();
  const { data } = useQuery('template.list', {});
  const [asked, setAsked] = useState<{ what: 'kinds' | 'try'; id: string } | null>(null);
  const line = data?.find((one) => one.documentId === asked?.id);
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
              <th scope="col">{drafting('kindsFor')}</th>
              <th scope="col">{t('type')}</th>
              <th scope="col">{t('file')}</th>
              <th scope="col" aria-label={drafting('actions')} />
            </tr>
          </thead>
          <tbody>
            {data.map((one) => (
              <tr key={one.documentId}>
                <td>
                  <button
                    type="button"
                    className={css['name']}
                    onClick={() => navigate(`/documents/${one.documentId}?tab=files`)}
                  >
                    {one.title}
                  </button>
                </td>
                <td>{words(one.kinds)}</td>
                <td>{one.contractType ? contract(`${one.contractType}Type`) : ''}</td>
                <td>
                  {one.attachment
                    ? t('fileVersion', { name: one.attachment.name, version: one.attachment.version })
                    : t('noFile')}
                </td>
                <td>
                  <TemplateMenu line={one} onAsk={(what) => setAsked({ what, id: one.documentId })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {line && asked?.what === 'kinds' && <TemplateKindsDialog line={line} onClose={() => setAsked(null)} />}
      {line && asked?.what === 'try' && <TemplateTryDialog line={line} onClose={() => setAsked(null)} />}
    </>
  );
}
