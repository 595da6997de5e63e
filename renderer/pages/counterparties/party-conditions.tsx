import { Menu } from '@mantine/core';
import type { Ref } from 'react';
import { FilterChip, OfferChip } from '#renderer/components/chip.tsx';
import { FilterRow } from '#renderer/components/sheet.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { FindField } from '#renderer/pages/documents/find-field.tsx';
import type { PartyKind } from '#renderer/state/counterparties-register.ts';
import { counterpartyKinds } from '#shared/domain/counterparty.ts';

/** The row of conditions: the kind, words to find. */
export function PartyConditions(props: {
  kind: PartyKind | null;
  text: string;
  onKind: (kind: PartyKind | null) => void;
  onText: (text: string) => void;
  findRef: Ref<HTMLInputElement>;
}) {
  const t = useWords('counterparties');
  const status = useWords('status');
  const common = useWords('common');
  return (
    <FilterRow end={<FindField value={props.text} onChange={props.onText} ref={props.findRef} />}>
      {props.kind ? (
        <FilterChip
          label={t('kind')}
          value={status(`party_${props.kind}`)}
          removeLabel={common('remove')}
          onRemove={() => props.onKind(null)}
        />
      ) : (
        <Menu position="bottom-start" width={220}>
          <Menu.Target>
            <OfferChip label={t('kind')} />
          </Menu.Target>
          <Menu.Dropdown>
            {counterpartyKinds.map((kind) => (
              <Menu.Item key={kind} onClick={() => props.onKind(kind)}>
                {status(`party_${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </FilterRow>
  );
}
