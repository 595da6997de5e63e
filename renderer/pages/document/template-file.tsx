import { IconFileTypeDocx, IconPaperclip } from '@tabler/icons-react';
import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/document/form.module.css';
import { chooseFiles } from '#renderer/pages/files/choose-files.ts';

/** Only such a file has tags that can be filled. */
export const fitsTemplate = (file: { name: string }): boolean => /\.docx$/i.test(file.name);

/** The one file of a template, with what is wrong with the choice under it. */
export function TemplateFile(props: {
  file: GivenFile | null;
  wrong: boolean;
  onChoose: (files: readonly GivenFile[]) => void;
}) {
  const t = useWords('form');
  const formats = useFormats();
  const { file } = props;
  return (
    <section className={css['files']} aria-label={t('templateFile')}>
      <h2 className={css['filesTitle']}>{t('templateFile')}</h2>
      {file && (
        <ul>
          <li>
            <IconFileTypeDocx size={16} stroke={1.6} aria-hidden="true" />
            <span className="op-ellipsis">{file.name}</span>
            {file.size !== null && <span className={css['size']}>{formats.size(file.size)}</span>}
          </li>
        </ul>
      )}
      <div>
        <ActionButton
          icon={<IconPaperclip size={16} stroke={1.6} />}
          onClick={() => void chooseFiles(false).then(props.onChoose)}
        >
          {t(file ? 'templateFileOther' : 'templateFileChoose')}
        </ActionButton>
      </div>
      {props.wrong && (
        <p className={css['fileWrong']} role="alert">
          {t('errorTemplateFile')}
        </p>
      )}
      <p className={css['hint']}>{t('templateFileHint')}</p>
    </section>
  );
}
