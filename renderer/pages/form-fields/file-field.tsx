import { IconPaperclip, IconUpload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import { FieldGroup, type GroupProps } from '#renderer/pages/form-fields/field-group.tsx';
import type { FieldProps } from '#renderer/pages/form-fields/field-props.ts';
import { filesIn } from '#renderer/pages/form-fields/files-in.ts';
import css from '#renderer/pages/form-fields/form-fields.module.css';
import { pickFiles } from '#renderer/pages/form-fields/pick-files.ts';
import { dropOn } from '#renderer/state/drop-place.ts';

/** Files that will be attached when the form is sent: chosen, dropped here or pasted. */
export function FileField({ field, value, onChange, onFiles, label, error }: FieldProps & GroupProps) {
  const t = useWords('portal');
  const form = useWords('form');
  const formats = useFormats();
  const [over, setOver] = useState(false);
  const files = filesIn(value);
  return (
    <FieldGroup label={label} hint={field.hint} error={error}>
      {files.length > 0 && (
        <ul className={css['files']}>
          {files.map((file, row) => (
            <li key={`${file.sha256}-${file.name}`} data-row={row}>
              <IconPaperclip size={16} stroke={1.6} aria-hidden="true" />
              <span className="op-ellipsis" title={file.name}>
                {file.name}
              </span>
              <span className={css['size']}>{formats.size(file.size)}</span>
              <IconButton
                label={form('takeAway', { name: file.name })}
                size={24}
                onClick={() => onChange(files.filter((one) => one !== file))}
              >
                <IconX size={14} stroke={1.6} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {onFiles ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the keyboard has the button inside
        <div
          className={css['drop']}
          data-over={over || undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
          onDrop={(event) => {
            setOver(false);
            const dropped = [...event.dataTransfer.files];
            // The window hears of the drop too: it belongs to this field.
            dropOn(() => onFiles(dropped));
          }}
        >
          <IconUpload size={16} stroke={1.6} aria-hidden="true" />
          <span>
            {t('dropFiles')} <LinkButton onClick={() => void pickFiles().then(onFiles)}>{t('chooseFiles')}</LinkButton>
          </span>
        </div>
      ) : (
        <p className={css['hint']}>{t('filesLater')}</p>
      )}
    </FieldGroup>
  );
}
