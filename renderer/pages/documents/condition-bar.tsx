import { Menu, Popover } from '@mantine/core';
import { type Ref, useMemo, useState } from 'react';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { ConditionEditor } from '#renderer/pages/documents/condition-editor.tsx';
import { type ConditionKey, setConditions, withFields, without } from '#renderer/pages/documents/conditions.ts';
import css from '#renderer/pages/documents/documents.module.css';
import { FilterDialog } from '#renderer/pages/documents/filter/filter-dialog.tsx';
import { FindField } from '#renderer/pages/documents/find-field.tsx';
import { useRegister } from '#renderer/pages/documents/register.ts';
import { useConditionWords } from '#renderer/pages/documents/use-condition-words.ts';
import { useOwnFields } from '#renderer/pages/documents/use-own-fields.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

export interface ConditionBarProps {
  filter: DocumentFilter;
  text: string;
  /** Whether the chosen view's conditions were changed. */
  changed: boolean;
  onChange: (filter: DocumentFilter) => void;
  onText: (text: string) => void;
  onReset: () => void;
  onSave?: (() => void) | undefined;
  findRef: Ref<HTMLInputElement>;
}

/** The row of conditions: what is set, an offer of one more, words to find. */
export function ConditionBar(props: ConditionBarProps) {
  const t = useWords('documents');
  const register = useWords('register');
  const common = useWords('common');
  const { filter, onChange } = props;
  const { labelOf, wordsOf } = useConditionWords(filter);
  const own = useOwnFields();
  const { conditions } = useRegister();
  const [opened, setOpened] = useState<ConditionKey | null>(null);
  const [building, setBuilding] = useState(false);
  useShortcuts(useMemo(() => [{ keys: 'Shift+F', run: () => setBuilding(true) }], []));
  const set = setConditions(filter);
  // A condition that was chosen but has no value yet is shown while its editor is open.
  const shown = opened && !set.includes(opened) ? [...set, opened] : set;

  const offer = (key: ConditionKey) => {
    if (key === 'unnumbered') onChange(withFields(filter, { unnumbered: true }));
    else if (key === 'archived') onChange(withFields(filter, { archived: true }));
    else if (key === 'where') setBuilding(true);
    else setOpened(key);
  };
  const edit = (key: ConditionKey) => {
    if (key === 'where') setBuilding(true);
    else setOpened(opened === key ? null : key);
  };
  return (
    <FilterRow end={<FindField value={props.text} onChange={props.onText} ref={props.findRef} />}>
      {shown.map((key) => (
        <Popover
          key={key}
          opened={opened === key}
          onChange={(open) => setOpened(open ? key : null)}
          position="bottom-start"
          trapFocus
          returnFocus
          shadow="md"
        >
          <FilterChip
            wrap={(words) => <Popover.Target>{words}</Popover.Target>}
            label={labelOf(key)}
            value={set.includes(key) ? wordsOf(key) : '…'}
            removeLabel={common('remove')}
            onEdit={() => edit(key)}
            onRemove={() => {
              setOpened(null);
              onChange(without(filter, key));
            }}
          />
          <Popover.Dropdown>
            <ConditionEditor condition={key} filter={filter} onChange={onChange} />
          </Popover.Dropdown>
        </Popover>
      ))}
      <Menu position="bottom-start" width={220}>
        <Menu.Target>
          <OfferChip label={t('condition')} />
        </Menu.Target>
        <Menu.Dropdown className={css['offers'] ?? ''}>
          <Menu.Item onClick={() => setBuilding(true)} rightSection={<KeyCaps keys={['⇧', 'F']} />}>
            {register('filterOpen')}
          </Menu.Item>
          <Menu.Divider />
          {conditions
            .filter((key) => key !== 'where' && !set.includes(key))
            .map((key) => (
              <Menu.Item key={key} onClick={() => offer(key)}>
                {key === 'unnumbered' || key === 'archived' ? `${labelOf(key)}: ${wordsOf(key)}` : labelOf(key)}
              </Menu.Item>
            ))}
          {own.length > 0 && <Menu.Label>{t('ownFields')}</Menu.Label>}
          {own
            .filter((field) => !set.includes(`own:${field.key}`))
            .map((field) => (
              <Menu.Item key={field.key} onClick={() => offer(`own:${field.key}`)}>
                {field.label}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <FilterDialog opened={building} filter={filter} onChange={onChange} onClose={() => setBuilding(false)} />
      {props.changed && (
        <span className={css['changed']}>
          {props.onSave && <LinkButton onClick={props.onSave}>{t('saveChanges')}</LinkButton>}
          <LinkButton tone="quiet" onClick={props.onReset}>
            {common('reset')}
          </LinkButton>
        </span>
      )}
    </FilterRow>
  );
}
