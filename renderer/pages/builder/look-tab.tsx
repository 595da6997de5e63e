import { TagsInput } from '@mantine/core';
import { useRef } from 'react';
import { OfferChip } from '#renderer/components/chip.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { ServiceIcon } from '#renderer/components/service-icon.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import type { ServiceEdit } from '#renderer/pages/builder/use-service-draft.ts';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { serviceCategories, serviceIcons } from '#shared/domain/service/service.ts';
import { ticketTitle } from '#shared/domain/service/ticket-title.ts';

const inTitles = ['text', 'number', 'money', 'date', 'date_range', 'choice', 'choices', 'calculated'];

/** How a service looks in the catalog, by which words it is found, what its requests and papers are called. */
export function LookTab(props: {
  edit: ServiceEdit;
  /** Values of the try-out: the title is shown for them. */
  values: Record<string, unknown>;
  onChange: (change: (before: ServiceEdit) => ServiceEdit) => void;
}) {
  const t = useWords('builder');
  const portal = useWords('portal');
  const templates = useQuery('template.list', {}).data ?? [];
  const pattern = useRef<HTMLInputElement>(null);
  const { edit } = props;
  const { definition } = edit;
  const put = (patch: Partial<ServiceEdit>) => props.onChange((before) => ({ ...before, ...patch }));
  const define = (patch: Partial<ServiceEdit['definition']>) =>
    props.onChange((before) => ({ ...before, definition: { ...before.definition, ...patch } }));
  const insert = (key: string) => {
    const input = pattern.current;
    const text = definition.titlePattern;
    const [from, to] = [input?.selectionStart ?? text.length, input?.selectionEnd ?? text.length];
    const space = from > 0 && !/\s$/.test(text.slice(0, from)) ? ' ' : '';
    const next = `${text.slice(0, from)}${space}{${key}}${text.slice(to)}`;
    if (next.length > 300) return;
    define({ titlePattern: next });
    const end = from + space.length + key.length + 2;
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(end, end);
    });
  };
  const fields = fieldsOf(definition.form).filter((field) => inTitles.includes(field.type));
  const known = new Set(fieldsOf(definition.form).map((field) => field.key));
  const lost = [...definition.titlePattern.matchAll(/\{([a-z][a-z0-9_]*)\}/g)]
    .map((match) => match[1] ?? '')
    .filter((key) => !known.has(key));
  const example = ticketTitle(
    definition.titlePattern,
    definition.form,
    formValues(definition.form, props.values),
    edit.name,
  );
  return (
    <div className={css['columns']}>
      <section className={css['card']} aria-label={t('inCatalog')}>
        <h2>{t('inCatalog')}</h2>
        <TextField
          label={t('serviceName')}
          value={edit.name}
          maxLength={120}
          error={edit.name.trim() === '' ? t('nameNeeded') : undefined}
          onChange={(name) => put({ name })}
          required
        />
        <TextField
          label={t('description')}
          hint={t('descriptionHint')}
          value={edit.description}
          rows={2}
          maxLength={500}
          onChange={(description) => put({ description })}
        />
        <SelectField
          label={t('category')}
          value={edit.category}
          choices={serviceCategories.map((one) => ({ value: one, label: portal(`category_${one}`) }))}
          onChange={(category) => category && put({ category: category as ServiceEdit['category'] })}
        />
        <fieldset className={css['icons']}>
          <legend>{t('icon')}</legend>
          {serviceIcons.map((icon) => (
            <label key={icon} className={css['icon']} title={t(`icon_${icon}`)}>
              <input
                type="radio"
                name="service-icon"
                value={icon}
                checked={edit.icon === icon}
                aria-label={t(`icon_${icon}`)}
                onChange={() => put({ icon })}
              />
              <ServiceIcon icon={icon} size={18} />
            </label>
          ))}
        </fieldset>
        <TagsInput
          label={t('keywords')}
          description={t('keywordsHint')}
          value={edit.keywords}
          onChange={(keywords) => put({ keywords: keywords.map((one) => one.slice(0, 80)) })}
          maxTags={60}
          clearButtonProps={{ 'aria-label': `${t('keywords')}: ${t('clearValues')}` }}
        />
      </section>
      <section className={css['card']} aria-label={t('titles')}>
        <h2>{t('titles')}</h2>
        <TextField
          ref={pattern}
          label={t('titlePattern')}
          hint={t('titleHint')}
          value={definition.titlePattern}
          maxLength={300}
          error={lost.length > 0 ? t('titleLost', { keys: lost.map((key) => `{${key}}`).join(', ') }) : undefined}
          onChange={(titlePattern) => define({ titlePattern })}
        />
        <div className={css['chips']}>
          {fields.map((field) => (
            <OfferChip key={field.key} label={field.label || field.key} onClick={() => insert(field.key)} />
          ))}
        </div>
        <p className={css['example']}>
          <span className={css['quiet']}>{t('titleExample')}</span>
          <b>{example}</b>
        </p>
        <SelectField
          label={t('printTemplate')}
          value={definition.printTemplateId}
          choices={templates.map((one) => ({ value: one.documentId, label: one.title }))}
          onChange={(printTemplateId) => define({ printTemplateId })}
          placeholder={t('noTemplate')}
          clearable
          search
        />
        <p className={css['quiet']}>{t('printText')}</p>
        <h3>{t('preview')}</h3>
        <div className={css['preview']}>
          <ServiceIcon icon={edit.icon} size={20} />
          <span>
            <b>{edit.name || t('unnamed')}</b>
            <span className={css['quiet']}>{edit.description}</span>
          </span>
        </div>
      </section>
    </div>
  );
}
