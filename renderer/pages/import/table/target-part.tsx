import { SelectField } from '#renderer/components/select-field.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useOfferedKinds } from '#renderer/pages/document/use-own-kinds.ts';
import css from '#renderer/pages/import/table/table.module.css';
import { type Target, tableKinds } from '#renderer/pages/import/table/table-target.ts';
import type { TableImport } from '#renderer/pages/import/table/use-table-import.ts';

/** What rows become, and what the table does not say of them. */
export function TargetPart({ given }: { given: TableImport }) {
  const t = useWords('tables');
  const status = useWords('status');
  const { branches, employees } = useDirectory();
  const kinds = useOfferedKinds();
  const { settled, place, target } = given;
  if (!settled || !place) return null;
  return (
    <section className={css['card']} aria-label={t('target')}>
      <h2>{t('target')}</h2>
      <div className={css['fields']}>
        <SelectField
          label={t('into')}
          value={settled.target}
          search
          choices={[
            {
              group: t('groupOther'),
              items: [
                { value: 'counterparty', label: t('intoCounterparties') },
                { value: 'document', label: t('intoDocuments') },
              ],
            },
            {
              group: t('groupKinds'),
              items: tableKinds.map((kind) => ({ value: `kind:${kind}`, label: status(`kind_${kind}`) })),
            },
            { group: t('groupOwn'), items: kinds.map(({ line, name }) => ({ value: `own:${line.id}`, label: name })) },
          ].filter(({ items }) => items.length > 0)}
          onChange={(value) => value !== null && given.choose(value as Target, settled.header)}
        />
        {target?.target === 'document' && (
          <>
            <SelectField
              label={t('branch')}
              value={place.branchId}
              search
              choices={branches
                .filter((one) => one.archivedAt === null)
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(branchId) => branchId !== null && given.setPlace({ ...place, branchId })}
            />
            <SelectField
              label={t('responsible')}
              value={place.responsibleId}
              search
              clearable
              choices={employees.map(({ id, fullName }) => ({ value: id, label: fullName }))}
              onChange={(responsibleId) => given.setPlace({ ...place, responsibleId })}
            />
          </>
        )}
      </div>
      {target?.target === 'document' && <p className={css['quiet']}>{t('placeHint')}</p>}
    </section>
  );
}
