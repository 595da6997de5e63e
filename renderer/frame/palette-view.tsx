import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import css from '#renderer/frame/palette-view.module.css';
import { useWords } from '#renderer/i18n/words.ts';

export interface PaletteItem {
  id: string;
  icon: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** At the right: a status glyph or the keys of the action. */
  end?: ReactNode;
  keys?: readonly string[];
  run: () => void;
  /** What else can be done with it; `Tab` opens the list. */
  more?: { title: string; items: readonly PaletteItem[] };
}

export interface PaletteGroup {
  id: string;
  title: string;
  items: readonly PaletteItem[];
}

/** Find, go, do. The page gives the groups for the text; here is only the list and the keyboard. */
export function PaletteView(props: {
  opened: boolean;
  onClose: () => void;
  text: string;
  onText: (text: string) => void;
  groups: readonly PaletteGroup[];
  footer?: ReactNode;
  empty?: ReactNode;
  /** Everything that the words find, on a page of its own. */
  onAll?: () => void;
}) {
  const t = useWords('palette');
  const [chosen, setChosen] = useState(0);
  const [inside, setInside] = useState<PaletteItem | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const groups = inside?.more ? [{ id: 'more', ...inside.more }] : props.groups;
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(chosen, Math.max(0, items.length - 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text starts the choice from the top
  useEffect(() => {
    setChosen(0);
    setInside(null);
  }, [props.text, props.opened]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen line is brought into view when it changes
  useEffect(() => {
    // Newer browsers answer with a promise, which must not be taken for a way to stop.
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    props.onClose();
    item.run();
  };
  /** Opens the actions of an item, or comes back from them with `null`. */
  const enter = (item: PaletteItem | null) => {
    if (item && !item.more) return;
    const former = props.groups.flatMap((group) => group.items).findIndex((one) => one.id === inside?.id);
    setChosen(item ? 0 : Math.max(0, former));
    setInside(item);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && items.length > 0) setChosen((at + step + items.length) % items.length);
    else if (event.key === 'Enter') run(items[at]);
    else if (event.code === 'KeyF' && event.shiftKey && (event.ctrlKey || event.metaKey)) {
      props.onClose();
      props.onAll?.();
    } else if (event.key === 'Tab') enter(event.shiftKey ? null : (items[at] ?? null));
    else if (inside && (event.key === 'Escape' || event.key === 'ArrowLeft')) enter(null);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      withCloseButton={false}
      centered={false}
      yOffset={92}
      size={680}
      padding={0}
      radius={12}
      overlayProps={{ className: css['scrim'] ?? '' }}
      classNames={{ content: css['content'] ?? '', body: css['body'] ?? '' }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      attributes={{ content: { 'aria-label': t('title'), 'data-closing': !props.opened || undefined } }}
    >
      <div className={css['head']}>
        <IconSearch size={18} stroke={1.6} aria-hidden="true" />
        <input
          className={css['input']}
          value={props.text}
          onChange={(event) => props.onText(event.currentTarget.value)}
          onKeyDown={press}
          placeholder={t('placeholder')}
          data-autofocus
          role="combobox"
          aria-label={t('title')}
          aria-expanded="true"
          aria-controls={`${base}-list`}
          aria-activedescendant={items[at] ? `${base}-${at}` : undefined}
          // The window of the palette stays when Esc only leaves the actions.
          data-mantine-stop-propagation={inside !== null}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div className={css['list']} ref={list} id={`${base}-list`} role="listbox" aria-label={t('title')}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a listbox is no group of options
          <div key={group.id} role="group" aria-labelledby={`${base}-${group.id}`}>
            <div className={css['group']} id={`${base}-${group.id}`}>
              {group.title}
            </div>
            {group.items.map((item) => {
              const place = items.indexOf(item);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the input, as a combobox does
                // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, as a combobox does
                <div
                  key={item.id}
                  id={`${base}-${place}`}
                  role="option"
                  aria-selected={place === at}
                  className={css['item']}
                  onMouseMove={() => setChosen(place)}
                  onClick={() => run(item)}
                >
                  <span className={css['icon']}>{item.icon}</span>
                  <span className={css['words']}>
                    <span className={css['title']}>{item.title}</span>
                    {item.detail && <span className={css['detail']}>{item.detail}</span>}
                  </span>
                  {item.end}
                  {item.keys && <KeyCaps keys={item.keys} />}
                </div>
              );
            })}
          </div>
        ))}
        {items.length === 0 && <div className={css['empty']}>{props.empty}</div>}
      </div>
      <div className={css['foot']}>
        <span>
          <KeyCaps keys={['↑', '↓']} /> {t('choose')}
        </span>
        <span>
          <KeyCaps keys={['Enter']} /> {t('openKey')}
        </span>
        <span>
          <KeyCaps keys={['Tab']} /> {t('actionsKey')}
        </span>
        <span>
          <KeyCaps keys={['Esc']} /> {t('closeKey')}
        </span>
        <span className={css['space']} />
        {props.footer}
      </div>
    </Modal>
  );
}
