import { MultiSelect, Radio } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
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
  const submit = async () => {
    const reply = await save.run({ id: line.documentId, kinds: listed ? kinds : null });
    if (reply) onClose();
  };
  return (
    <Dialog opened title={t('kindsTitle', { title: line.title })} onClose={onClose}>
      <form
        className={css['offer']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!listed || kinds.length > 0) void submit();
        }}
      >
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
        {save.error && <Note tone="red" title={words(save.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton
            variant="filled"
            type="submit"
            busy={save.busy}
            reason={listed && kinds.length === 0 ? t('kindsChoose') : undefined}
          >
            {common('save')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
