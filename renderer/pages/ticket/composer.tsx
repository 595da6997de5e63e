import { Menu } from '@mantine/core';
import { IconBolt, IconChevronDown, IconListCheck, IconPaperclip, IconStopwatch } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { KeyCaps } from '#renderer/components/key-caps.tsx';
import { LabelsField } from '#renderer/components/labels-field.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { useAttach } from '#renderer/pages/files/use-attach.ts';
import { ArticleHints } from '#renderer/pages/ticket/article-hints.tsx';
import { CannedList } from '#renderer/pages/ticket/canned-list.tsx';
import { ColleagueList, useColleagues } from '#renderer/pages/ticket/colleague-list.tsx';
import css from '#renderer/pages/ticket/composer.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useCanned } from '#renderer/pages/ticket/use-canned.ts';
import { useComposer } from '#renderer/pages/ticket/use-composer.ts';
import { useDeskErrors } from '#renderer/pages/ticket/use-desk-errors.ts';

const icon = { size: 16, stroke: 1.6 } as const;

export interface ComposerHandle {
  /** Brings the hand to the reply, or to the note. */
  focus: (mode: 'reply' | 'note') => void;
}

/** Where one answers. Of the desk: a reply to the requester, or a note that they never see; of the requester: their word. */
export function Composer(props: {
  facts: TicketFacts;
  /** Opens the dialogs of the ticket. */
  onTime: () => void;
  onResolve: () => void;
  ref?: Ref<ComposerHandle>;
}) {
  const { facts } = props;
  const t = useWords('queues');
  const words = useDeskErrors();
  const composer = useComposer(facts);
  const attach = useAttach(facts.ticket.id);
  const canned = useCanned(facts, composer);
  const colleagues = useColleagues(facts, composer);
  const list = canned.open ? canned : colleagues.found.length > 0 ? colleagues : null;
  const field = useRef<HTMLTextAreaElement>(null);
  const [withOptions, setWithOptions] = useState(false);
  const listId = useId();
  const { desk } = facts.may;
  const { text, mode, options } = composer.draft;
  const isNote = desk && mode === 'note';
  const shows = withOptions || options.length > 0;
  useImperativeHandle(props.ref, () => ({
    focus: (next) => {
      composer.change({ mode: next });
      field.current?.focus();
    },
  }));
  const resolve = () => (text.trim() ? void composer.reply('resolve') : props.onResolve());
  const send = () =>
    void (isNote ? composer.note() : desk ? composer.reply(composer.mayAsk ? 'ask' : 'none') : composer.answer());
  const press = (event: KeyboardEvent) => {
    if (canned.press(event) || colleagues.press(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // A stroke looks for a canned reply: it is never sent by mistake.
      if (!canned.open) send();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      field.current?.blur();
    }
  };
  const label = t(isNote ? 'noteField' : desk ? 'replyField' : 'answerField');
  const error = composer.error ?? attach.error;
  return (
    <div className={css['composer']} data-note={isNote || undefined}>
      {desk && (
        <div className={css['head']}>
          <Segmented
            label={t('composerMode')}
            value={mode}
            choices={[
              { value: 'reply', label: t('modeReply') },
              { value: 'note', label: t('modeNote') },
            ]}
            onChange={(next) => {
              composer.change({ mode: next });
              field.current?.focus();
            }}
          />
          {/* What has been typed is not given up for a canned reply. */}
          {!isNote && (text === '' || canned.open) && (
            <button
              type="button"
              className={css['canned']}
              onClick={() => {
                composer.change({ text: '/' });
                field.current?.focus();
              }}
            >
              <IconBolt size={14} stroke={1.6} aria-hidden="true" /> {t('canned')} <KeyCaps keys={['/']} />
            </button>
          )}
        </div>
      )}
      {error && <Note tone="red" title={words(error)} />}
      {canned.open && (
        <CannedList id={listId} previews={canned.previews} active={canned.active} onChoose={canned.choose} />
      )}
      {colleagues.found.length > 0 && (
        <ColleagueList id={listId} people={colleagues.found} active={colleagues.active} onChoose={colleagues.choose} />
      )}
      <div className={css['box']}>
        <textarea
          ref={field}
          className={css['field']}
          rows={3}
          maxLength={20_000}
          value={text}
          placeholder={t(isNote ? 'notePlaceholder' : desk ? 'replyPlaceholder' : 'answerPlaceholder')}
          aria-label={label}
          aria-keyshortcuts="Control+Enter"
          {...(list
            ? {
                'aria-controls': listId,
                'aria-activedescendant': `${listId}-${list.active}`,
                'aria-autocomplete': 'list' as const,
              }
            : {})}
          onChange={(event) => composer.change({ text: event.currentTarget.value })}
          onKeyDown={press}
        />
        <span className={css['strip']}>
          {desk && !isNote && composer.mayAsk && (
            <IconButton label={t('options')} size={24} active={shows} onClick={() => setWithOptions(!withOptions)}>
              <IconListCheck {...icon} />
            </IconButton>
          )}
          <IconButton
            label={t('attach')}
            size={24}
            disabled={attach.busy}
            onClick={() => void chooseFiles().then((given) => attach.run(given))}
          >
            <IconPaperclip {...icon} />
          </IconButton>
          {desk && (
            <IconButton label={t('logTime')} size={24} onClick={props.onTime}>
              <IconStopwatch {...icon} />
            </IconButton>
          )}
        </span>
      </div>
      {canned.unknown.length > 0 && (
        <p className={css['unknown']}>{t('cannedUnknown', { fields: canned.unknown.join(', ') })}</p>
      )}
      {desk && !isNote && shows && (
        <LabelsField
          label={t('optionsField')}
          hint={t('optionsHint')}
          value={options}
          known={[]}
          onChange={(next) => composer.change({ options: next.slice(0, 6).map((one) => one.slice(0, 80)) })}
        />
      )}
      {desk && !isNote && <ArticleHints facts={facts} text={text} onInsert={composer.append} />}
      <div className={css['buttons']}>
        {isNote ? (
          <ActionButton variant="filled" grow keys={['Ctrl', '↵']} busy={composer.busy} onClick={send}>
            {t('saveNote')}
          </ActionButton>
        ) : !desk || !composer.mayAsk ? (
          <ActionButton variant="filled" grow keys={['Ctrl', '↵']} busy={composer.busy} onClick={send}>
            {t(desk ? 'replyOnly' : 'answer')}
          </ActionButton>
        ) : (
          <>
            <ActionButton variant="filled" grow keys={['Ctrl', '↵']} busy={composer.busy} onClick={send}>
              {t('replyAsk')}
            </ActionButton>
            <ActionButton onClick={resolve}>{t('resolveShort')}</ActionButton>
            <Menu position="top-end" width={260}>
              <Menu.Target>
                <IconButton label={t('replyMore')}>
                  <IconChevronDown {...icon} />
                </IconButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void composer.reply('none')}>{t('replyGoOn')}</Menu.Item>
                <Menu.Item onClick={resolve}>{t('replyResolve')}</Menu.Item>
                <Menu.Item
                  onClick={() => {
                    setWithOptions(true);
                    field.current?.focus();
                  }}
                >
                  {t('replyWithOptions')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </div>
      {composer.kept && (
        <p className={css['kept']}>
          {t('draftKept')}{' '}
          <LinkButton tone="quiet" onClick={composer.discard}>
            {t('draftDrop')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}
