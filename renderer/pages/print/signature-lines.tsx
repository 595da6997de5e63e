import { IconPlus, IconX } from '@tabler/icons-react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/print/print.module.css';
import type { PrintSettings } from '#shared/domain/company/print-settings.ts';

type Lines = PrintSettings['signatures'];
/** As many as fit on a paper. */
const MOST = 6;

/** Who signs a form: as shipped, or lines of the company's own. */
export function SignatureLines({ lines, onChange }: { lines: Lines; onChange: (lines: Lines) => void }) {
  const t = useWords('print');
  const own = lines ?? [];
  const set = (at: number, patch: Partial<{ position: string; name: string }>) =>
    onChange(own.map((line, place) => (place === at ? { ...line, ...patch } : line)));
  return (
    <fieldset className={css['blocks']}>
      <legend>{t('signatures')}</legend>
      {own.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
        <div key={place} className={css['signature']}>
          <TextField
            label={t('signaturePosition')}
            value={line.position}
            onChange={(position) => set(place, { position })}
            maxLength={150}
          />
          <TextField
            label={t('signatureName')}
            value={line.name}
            onChange={(name) => set(place, { name })}
            maxLength={150}
          />
          <IconButton
            label={t('signatureRemove', { n: place + 1 })}
            onClick={() => onChange(own.length === 1 ? null : own.filter((_, at) => at !== place))}
          >
            <IconX size={16} stroke={1.6} />
          </IconButton>
        </div>
      ))}
      {own.length < MOST && (
        <div className={css['more']}>
          <ActionButton
            size="xs"
            icon={<IconPlus size={14} stroke={1.6} />}
            onClick={() => onChange([...own, { position: '', name: '' }])}
          >
            {t('signatureAdd')}
          </ActionButton>
          {lines !== null && <LinkButton onClick={() => onChange(null)}>{t('signaturesShipped')}</LinkButton>}
        </div>
      )}
    </fieldset>
  );
}
