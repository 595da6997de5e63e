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
import type { TemplateLine } from '#shared/queries/company.ts';

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
          {groupsOf(data).map(({ group, lines }) => (
            <tbody key={group}>
              <tr className={css['groupRow']}>
                <th scope="rowgroup" colSpan={5}>
                  {t(`templates_${group}`)} <span>{lines.length}</span>
                </th>
              </tr>
              {lines.map((one) => (
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
                  <td>{group === 'services' ? one.services.join(', ') : words(one.kinds)}</td>
                  <td>{one.contractType ? contract(`${one.contractType}Type`) : ''}</td>
                  <td>
                    {one.attachment
                      ? t('fileVersion', { name: one.attachment.name, version: one.attachment.version })
                      : t('noFile')}
                  </td>
                  <td className={css['acts']}>
                    <TemplateMenu line={one} onAsk={(what) => setAsked({ what, id: one.documentId })} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
      {line && asked?.what === 'kinds' && <TemplateKindsDialog line={line} onClose={() => setAsked(null)} />}
      {line && asked?.what === 'try' && <TemplateTryDialog line={line} onClose={() => setAsked(null)} />}
    </>
  );
}

const groups = ['contracts', 'kinds', 'services'] as const;

/** Texts of contracts, texts of other kinds, print forms that requests of the portal fill. */
function groupsOf(lines: readonly TemplateLine[]) {
  const groupOf = ({ kinds, services }: TemplateLine): (typeof groups)[number] => {
    if (kinds === null) return services.length > 0 ? 'services' : 'contracts';
    return kinds.every((kind) => kind === 'contract' || kind === 'amendment') ? 'contracts' : 'kinds';
  };
  return groups
    .map((group) => ({ group, lines: lines.filter((one) => groupOf(one) === group) }))
    .filter((one) => one.lines.length > 0);
}
