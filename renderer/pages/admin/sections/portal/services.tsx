import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/admin/admin.module.css';
import { RecordDialog } from '#renderer/pages/admin/record-dialog.tsx';
import { RecordTable } from '#renderer/pages/admin/record-table.tsx';
import { blankDefinition, type KeptService } from '#renderer/pages/builder/use-service-draft.ts';
import { serviceCategories } from '#shared/domain/service/service.ts';

/** Services of the catalog in its order, published or not; each is made in its builder. */
export function Services() {
  const t = useWords('builder');
  const admin = useWords('admin');
  const portal = useWords('portal');
  const navigate = useNavigate();
  const rows = useQuery('service.setup', {}).data?.services ?? [];
  const [adding, setAdding] = useState(false);
  const stateOf = (row: KeptService): string => {
    if (row.archivedAt !== null) return t('stateClosed');
    if (row.publishedVersion === 0) return t('stateDraft');
    return t(row.draft === null ? 'statePublished' : 'stateChanged', { version: row.publishedVersion });
  };
  /** Puts a service before or after its neighbour; all are numbered anew, so that equal places are parted. */
  const move = useAction(async (row: KeptService, by: -1 | 1) => {
    const order = rows.filter((one) => one !== row);
    order.splice(rows.indexOf(row) + by, 0, row);
    await runCommands(
      order.flatMap(({ id, position: before }, index) =>
        before === index + 1
          ? []
          : [
              {
                name: 'service.update' as const,
                args: { id, patch: { position: index + 1 }, base: { position: before } },
              },
            ],
      ),
    );
  });
  return (
    <>
      <RecordTable
        entity="service"
        rows={rows}
        nameOf={(row) => row.name}
        nameTitle={t('service')}
        add={t('addService')}
        onAdd={() => setAdding(true)}
        onOpen={(row) => navigate(`/admin/services/${row.id}`)}
        archives
        acts={(row) => (
          <>
            {row !== rows[0] && (
              <IconButton label={admin('routeUp', { name: row.name })} onClick={() => void move.run(row, -1)}>
                <IconArrowUp size={16} stroke={1.6} />
              </IconButton>
            )}
            {row === rows.at(-1) ? (
              <span className={css['place']} />
            ) : (
              <IconButton label={admin('routeDown', { name: row.name })} onClick={() => void move.run(row, 1)}>
                <IconArrowDown size={16} stroke={1.6} />
              </IconButton>
            )}
          </>
        )}
        columns={[
          { title: t('icon'), cell: (row) => <ServiceIcon icon={row.icon} /> },
          { title: t('category'), cell: (row) => portal(`category_${row.category}`) },
          { title: admin('state'), cell: stateOf },
        ]}
      />
      {adding && (
        <RecordDialog
          entity="service"
          title={t('addService')}
          row={null}
          fields={[
            { name: 'name', label: t('serviceName'), type: 'text', required: true, maxLength: 120 },
            { name: 'description', label: t('description'), type: 'text', rows: 2, maxLength: 500 },
            {
              name: 'category',
              label: t('category'),
              type: 'select',
              required: true,
              choices: serviceCategories.map((one) => ({ value: one, label: portal(`category_${one}`) })),
            },
          ]}
          initial={{ category: 'office' }}
          fixed={{
            icon: 'question',
            keywords: [],
            position: rows.length + 1,
            draft: blankDefinition(t('firstStage')),
          }}
          translate={(values) => ({ ...values, description: values['description'] ?? '' })}
          onCreated={(id) => navigate(`/admin/services/${id}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
