import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { ask } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { fitsTemplate } from '#renderer/pages/document/template-file.tsx';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';
import { useDownload } from '#renderer/pages/files/use-download.ts';
import { useFileErrorWords } from '#renderer/pages/files/use-file-error-words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import type { TemplateLine } from '#shared/queries/company.ts';

/** What an administrator does with a template without leaving the list. */
export function TemplateMenu(props: { line: TemplateLine; onAsk: (what: 'kinds' | 'try') => void }) {
  const { line, onAsk } = props;
  const t = useWords('drafting');
  const words = useFileErrorWords();
  const { attachment, documentId, title } = line;
  const download = useDownload();
  const tell = (tone: 'done' | 'failed', said: string) =>
    useToasts.getState().show({ tone, title: said, object: title });
  const replace = useAction(async () => {
    const [given] = await chooseFiles(false);
    if (!given) return;
    if (!fitsTemplate(given)) return tell('failed', t('replaceWrong', { name: given.name }));
    const file = await given.handle();
    if (!attachment) await ask('files.attach', { documentId, files: [file] });
    else {
      const reply = await ask('files.add-version', { documentId, basedOnId: attachment.id, file, note: null });
      if (!reply) return tell('failed', t('replaceSame'));
    }
    tell('done', t('replaced'));
  });
  const failed = replace.error ?? download.error;
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <IconButton label={t('actionsOf', { title })}>
            <IconDots size={16} stroke={1.6} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAsk('kinds')}>{t('kindsEdit')}</Menu.Item>
          {/* It is tried on a document: a form that requests alone fill has none. */}
          {attachment && !(line.kinds === null && line.services.length > 0) && (
            <Menu.Item onClick={() => onAsk('try')}>{t('tryOut')}</Menu.Item>
          )}
          {attachment && <Menu.Item onClick={() => void download.run(attachment)}>{t('download')}</Menu.Item>}
          <Menu.Item onClick={() => void replace.run()}>{t(attachment ? 'replace' : 'attach')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {failed && <span role="alert">{words(failed)}</span>}
    </>
  );
}
