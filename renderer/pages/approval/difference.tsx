import { Button, Popover } from '@mantine/core';
import { IconArrowsLeftRight, IconGitCompare } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/approval/difference.module.css';
import { useDefinitions } from '#renderer/pages/document/use-definitions.ts';
import { customChanges } from '#renderer/pages/record/told-changes.ts';
import { useFieldWords } from '#renderer/pages/record/use-field-words.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Difference = NonNullable<QueryResult<'version.difference'>>;

/** A button that shows what differs between two versions of a document, and leads to the redline of a changed text. */
export function DifferenceButton(props: {
  documentId: string;
  from: number;
  to: number;
  label: string;
  look?: 'button' | 'link';
}) {
  const [opened, setOpened] = useState(false);
  const t = useWords('approval');
  const target =
    props.look === 'link' ? (
      <button type="button" className={css['link']} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        <IconGitCompare size={14} stroke={1.6} aria-hidden="true" /> {props.label}
      </button>
    ) : (
      <Button
        variant="default"
        leftSection={<IconGitCompare size={16} stroke={1.6} />}
        onClick={() => setOpened(!opened)}
      >
        {props.label}
      </Button>
    );
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={460} trapFocus shadow="md" withinPortal>
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown aria-label={t('differenceTitle', { from: props.from, to: props.to })}>
        {opened && <DifferenceView {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function DifferenceView({ documentId, from, to }: { documentId: string; from: number; to: number }) {
  const t = useWords('approval');
  const { data } = useQuery('version.difference', { documentId, from, to });
  if (data === undefined) return <SkeletonRows rows={2} />;
  const nothing = data === null || (data.fields.length === 0 && data.files.length === 0);
  return (
    // A long difference scrolls, so the keyboard must get into it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className={css['difference']} tabIndex={0}>
      <h3 className={css['title']}>{t('differenceTitle', { from, to })}</h3>
      {nothing && <p className={css['quiet']}>{t('differenceNone')}</p>}
      {data && data.fields.length > 0 && <FieldTable fields={data.fields} from={from} to={to} />}
      {data && data.files.length > 0 && <FileList documentId={documentId} files={data.files} />}
    </div>
  );
}

type Told = Pick<Difference['fields'][number], 'field' | 'fromName' | 'toName'> & { from?: unknown; to: unknown };

function FieldTable({ fields, from, to }: { fields: Difference['fields']; from: number; to: number }) {
  const t = useWords('approval');
  const { fieldName, value } = useFieldWords(useDefinitions());
  // The company's own fields lie in one value, yet are read one by one.
  const told = fields.flatMap((one) => (one.field === 'custom' ? customChanges(one.from, one.to) : [one]));
  return (
    <table className={css['fields']}>
      <thead>
        <tr>
          <th scope="col">{t('differenceField')}</th>
          <th scope="col">{t('differenceWas', { version: from })}</th>
          <th scope="col">{t('differenceIs', { version: to })}</th>
        </tr>
      </thead>
      <tbody>
        {told.map((one: Told) => (
          <tr key={one.field}>
            <th scope="row">{fieldName(one.field)}</th>
            <td>
              <del>{one.fromName ?? value(one.field, one.from)}</del>
            </td>
            <td>
              <ins>{one.toName ?? value(one.field, one.to)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FileList({ documentId, files }: { documentId: string; files: Difference['files'] }) {
  const t = useWords('approval');
  const navigate = useNavigate();
  return (
    <>
      <h4 className={css['caption']}>{t('differenceFiles')}</h4>
      <ul className={css['files']}>
        {files.map(({ group, from, to }) => (
          <li key={group}>
            <span className={css['file']}>{to?.name ?? from?.name}</span>
            <span className={css['quiet']}>
              {t(from && to ? 'differenceReplaced' : to ? 'differenceAdded' : 'differenceRemoved')}
            </span>
            {from && to && from.sha256 !== to.sha256 && (
              <button
                type="button"
                className={css['link']}
                onClick={() => navigate(`/documents/${documentId}/compare/${from.attachmentId}/${to.attachmentId}`)}
              >
                <IconArrowsLeftRight size={14} stroke={1.6} aria-hidden="true" /> {t('compareFiles')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
