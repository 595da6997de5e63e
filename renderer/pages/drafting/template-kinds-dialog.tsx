import { MultiSelect, Radio } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/drafting/drafting.module.css';
import { useTemplateKinds } from '#renderer/pages/drafting/use-template-kinds.ts';
import type { TemplateLine } from '#shared/queries/company.ts';

/** For which kinds of documents a template is offered. */
export function TemplateKindsDialog({ line, onClose }: { line: TemplateLine; onClose: () => void }) {
  const t = useWords('drafting');
  const common = useWords('common');
  const words = useErrorWords();
  const { groups } = useTemplateKinds();
  const [listed, setListed] = useState(line.kinds !== null);
  const [kinds, setKinds] = useState<string[]>(line.kinds ?? []);
  const save = useCommand('template.offer');
  const none = listed && kinds.length === 0;
  const send = async () => {
    if (none) return;
    const reply = await save.run({ id: line.documentId, kinds: listed ? kinds : null });
    if (reply) onClose();
  };
  return (
    <FormDialog
      title={t('kindsTitle', { title: line.title })}
      action={common('save')}
      reason={none ? t('kindsChoose') : undefined}
      busy={save.busy}
      error={save.error && words(save.error)}
      send={send}
      onClose={onClose}
    >
      <div className={css['offer']}>
        <Radio.Group
          aria-label={t('kindsFor')}
          value={listed ? 'listed' : 'contracts'}
          onChange={(value) => setListed(value === 'listed')}
        >
          <div className={css['templates']}>
            <Radio size="xs" value="contracts" label={t('kindsContracts')} />
            <Radio size="xs" value="listed" label={t('kindsListed')} />
          </div>
        </Radio.Group>
        {listed && (
          <MultiSelect
            label={t('kindsFor')}
            data={groups.map(({ group, items }) => ({ group, items: [...items] }))}
            value={kinds}
            onChange={setKinds}
            searchable
            comboboxProps={{ shadow: 'md' }}
            data-autofocus
            nothingFoundMessage={t('kindsNone')}
          />
        )}
      </div>
    </FormDialog>
  );
}
