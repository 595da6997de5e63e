import { Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Pill } from '#renderer/components/pill.tsx';
import { StatusGlyph, type StatusKey } from '#renderer/components/status-glyph.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { ProtocolItem } from '#renderer/pages/compare/items-from-changes.ts';
import css from '#renderer/pages/compare/protocol.module.css';
import type { Protocol } from '#renderer/pages/compare/use-protocol.ts';
import { protocolStates } from '#shared/domain/contract/protocol-item.ts';

type State = ProtocolItem['state'];

/** Each state with the glyph of its place in a life: not begun, on its way, done. */
export const stateGlyphs = { open: 'draft', discussed: 'approve', agreed: 'done' } as const satisfies Record<
  State,
  StatusKey
>;
const tones = { open: 'gray', discussed: 'amber', agreed: 'green' } as const;

/** One item: both wordings, the agreed one, and how it was reached. Agreed items fold until they are looked at. */
export function ProtocolCard(props: {
  item: ProtocolItem;
  current: boolean;
  locked: boolean;
  protocol: Protocol;
  /** The person wants to word it themselves; told from above when a key asks for it. */
  wording: boolean;
  onWording: (wording: boolean) => void;
  onEdit: () => void;
  /** Shows its change in the text; null: no text is open, or it has no such change. */
  onShow: (() => void) | null;
}) {
  const { item, current, locked, protocol } = props;
  const t = useWords('compare');
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const number = item.clause ? t('clause', { number: item.clause }) : t('noClause');
  const folded = item.state === 'agreed' && !current && !open && !props.wording;
  const about = item.title ? `${number} ${item.title}` : number;
  return (
    <li ref={place} className={css['item']} data-current={current || undefined}>
      <div className={css['top']}>
        <button
          type="button"
          className={css['about']}
          {...(props.onShow
            ? { 'aria-label': t('showInText', { clause: about }), onClick: props.onShow }
            : { 'aria-expanded': !folded, onClick: () => setOpen(!open) })}
        >
          <b>{number}</b> <span>{item.title}</span>
        </button>
        <StateMenu item={item} locked={locked} protocol={protocol} />
      </div>
      {folded ? (
        <p className={css['agreed']} data-state="agreed">
          {item.agreed ?? t('excluded')}
        </p>
      ) : (
        <>
          <dl className={css['wordings']}>
            <div>
              <dt>{t('ours')}</dt>
              <dd data-absent={item.ours === null || undefined}>{item.ours ?? t('absentOurs')}</dd>
            </div>
            <div>
              <dt>{t('theirs')}</dt>
              <dd data-absent={item.theirs === null || undefined}>{item.theirs ?? t('absentTheirs')}</dd>
            </div>
          </dl>
          {props.wording ? (
            <OwnWording key={item.id} {...props} about={number} />
          ) : (
            item.choice !== 'none' && (
              <p className={css['agreed']} data-state={item.state}>
                <span className={css['caption']}>{t('agreed')}</span>
                {item.agreed ?? t('excluded')}
              </p>
            )
          )}
          {!locked && (
            <div className={css['choices']}>
              {(['ours', 'theirs'] as const).map((choice, at) => (
                <ActionButton
                  key={choice}
                  size="xs"
                  variant={item.choice === choice ? 'light' : 'default'}
                  {...(current ? { keys: [String(at + 1)] } : {})}
                  onClick={() => {
                    props.onWording(false);
                    void protocol.take(item, choice);
                  }}
                >
                  {t(choice === 'ours' ? 'takeOurs' : 'takeTheirs')}
                </ActionButton>
              ))}
              <ActionButton
                size="xs"
                variant={item.choice === 'own' ? 'light' : 'default'}
                {...(current ? { keys: ['3'] } : {})}
                onClick={() => props.onWording(!props.wording)}
              >
                {t('takeOwn')}
              </ActionButton>
              <span className={css['tools']}>
                <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
                  <Menu.Target>
                    <IconButton label={t('itemActions', { clause: number })} size={24}>
                      <IconDots size={14} stroke={1.6} />
                    </IconButton>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item leftSection={<IconPencil size={14} stroke={1.6} />} onClick={props.onEdit}>
                      {t('edit')}
                    </Menu.Item>
                    <Menu.Item
                      leftSection={<IconTrash size={14} stroke={1.6} />}
                      onClick={() => void protocol.remove.run(item)}
                    >
                      {t('removeItem')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </span>
            </div>
          )}
        </>
      )}
    </li>
  );
}

/** A wording of one's own: what is typed is kept as under discussion; agreeing is a press of its own. */
function OwnWording(props: {
  item: ProtocolItem;
  about: string;
  protocol: Protocol;
  onWording: (wording: boolean) => void;
}) {
  const { item, protocol } = props;
  const t = useWords('compare');
  const common = useWords('common');
  const [text, setText] = useState(item.agreed ?? item.ours ?? item.theirs ?? '');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Whoever words a clause anew goes on from its end.
    const area = form.current?.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const save = async (state: State) => {
    const agreed = text.trim() || null;
    if (item.choice !== 'own' || item.agreed !== agreed || item.state !== state)
      await protocol.update.run(item, { choice: 'own', agreed, state });
    props.onWording(false);
  };
  return (
    <form
      ref={form}
      className={css['own']}
      onSubmit={(event) => {
        event.preventDefault();
        void save('agreed');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          void save(item.choice === 'own' ? item.state : 'discussed');
        }
        if (event.key === 'Enter' && event.ctrlKey) void save('agreed');
      }}
    >
      <TextField
        label={t('ownText', { clause: props.about })}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={20_000}
      />
      <div className={css['choices']}>
        <ActionButton size="xs" variant="filled" type="submit" keys={['Ctrl', '↵']} busy={protocol.update.busy}>
          {t('saveOwn')}
        </ActionButton>
        <ActionButton size="xs" onClick={() => void save('discussed')}>
          {common('save')}
        </ActionButton>
      </div>
    </form>
  );
}

/** The state as a pill that opens the other two. */
function StateMenu({ item, locked, protocol }: { item: ProtocolItem; locked: boolean; protocol: Protocol }) {
  const t = useWords('compare');
  const pill = (
    <Pill tone={tones[item.state]} icon={<StatusGlyph status={stateGlyphs[item.state]} size={12} />}>
      {t(`state_${item.state}`)}
    </Pill>
  );
  if (locked) return pill;
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className={css['state']}
          aria-label={`${t('stateOf', { clause: item.clause })}: ${t(`state_${item.state}`)}`}
        >
          {pill}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {protocolStates.map((state) => (
          <Menu.Item
            key={state}
            leftSection={<StatusGlyph status={stateGlyphs[state]} size={12} />}
            onClick={() => state !== item.state && void protocol.update.run(item, { state })}
          >
            {t(`state_${state}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
