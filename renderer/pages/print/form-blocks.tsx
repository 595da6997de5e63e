import { ManyChecks } from '#renderer/components/many-checks.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useBlockWords } from '#renderer/pages/print/block-words.ts';
import css from '#renderer/pages/print/print.module.css';
import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import { type PrintSettings, paperSizes, printParts } from '#shared/domain/company/print-settings.ts';

/** Size of the sheet and what is shown on it: for one printing in the room, for everybody in the section of administrators. */
export function FormBlocks(props: {
  form: PrintFormName;
  settings: PrintSettings;
  onChange: (patch: Partial<PrintSettings>) => void;
}) {
  const { form, settings, onChange } = props;
  const t = useWords('print');
  const words = useBlockWords();
  const { blocks, sizes } = printParts[form];
  return (
    <>
      {sizes.length > 1 && (
        <SelectField
          label={t('size')}
          value={settings.size ?? sizes[0] ?? null}
          choices={sizes.map((size) => ({ value: size, label: t(`size_${size}`) }))}
          onChange={(value) => onChange({ size: paperSizes.find((one) => one === value) ?? null })}
        />
      )}
      {blocks.length > 0 && (
        <fieldset className={css['blocks']}>
          <legend>{t('blocks')}</legend>
          <ManyChecks
            choices={blocks.map((block) => ({ value: block, label: words(form, block) }))}
            chosen={blocks.filter((block) => !settings.off.includes(block))}
            onChange={(shown) => onChange({ off: blocks.filter((block) => !shown.includes(block)) })}
          />
        </fieldset>
      )}
    </>
  );
}
