import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import { type Ref, useEffect, useState } from 'react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { FaultLines } from '#renderer/pages/builder/fault-lines.tsx';
import { fieldKeyOf } from '#renderer/pages/builder/field-key.ts';
import { FieldList } from '#renderer/pages/builder/field-list.tsx';
import { FieldProperties } from '#renderer/pages/builder/field-properties.tsx';
import {
  addField,
  countFields,
  duplicateField,
  fieldAt,
  insertField,
  moveField,
  moveSection,
  type Place,
  removeField,
} from '#renderer/pages/builder/form-draft.ts';
import { Palette } from '#renderer/pages/builder/palette.tsx';
import { SectionProperties } from '#renderer/pages/builder/section-properties.tsx';
import { useFaultWords } from '#renderer/pages/builder/use-fault-words.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { type FieldType, type Form, formLimits } from '#shared/domain/form/form.ts';
import type { FormFault } from '#shared/domain/form/form-fault.ts';

/** The form of a service: its fields at the left, everything about the chosen one beside them. */
export function FormTab(props: {
  form: Form;
  published: Form | null;
  faults: readonly FormFault[];
  chosen: Place | null;
  onChoose: (place: Place | null) => void;
  onChange: (change: (form: Form) => Form) => void;
  panel: Ref<HTMLElement>;
  /** Types that are not offered here. */
  without?: readonly FieldType[];
}) {
  const t = useWords('builder');
  const { form, chosen } = props;
  const words = useFaultWords(form);
  const field = fieldAt(form, chosen);
  const section = chosen ? form.sections[chosen.section] : undefined;
  const [added, setAdded] = useState(0);
  const put = ({ form: next, place }: { form: Form; place: Place }) => {
    props.onChange(() => next);
    props.onChoose(place);
  };
  // A new field is named first.
  useEffect(() => {
    if (added === 0) return;
    const label = document.querySelector<HTMLInputElement>('[data-area="field"] input');
    label?.focus();
    label?.select();
  }, [added]);
  const add = (type: FieldType) => {
    put(addField(form, chosen, type, t(`type_${type}`)));
    setAdded((count) => count + 1);
  };
  const addSection = () => {
    if (form.sections.length >= formLimits.sections) return;
    const keys = new Set(form.sections.map((one) => one.key));
    const fresh = { key: fieldKeyOf('', keys, 'section'), title: t('newSection'), hint: null, fields: [] };
    const at = chosen ? chosen.section + 1 : form.sections.length;
    put({ form: { sections: form.sections.toSpliced(at, 0, fresh) }, place: { section: at, field: null } });
    setAdded((count) => count + 1);
  };
  const remove = (place: Place) => {
    const lost = fieldAt(form, place);
    const lostSection = form.sections[place.section];
    if (!lostSection || (place.field === null && form.sections.length === 1)) return;
    props.onChange((now) => removeField(now, place));
    const left = removeField(form, place);
    const rest = left.sections[place.section]?.fields.length ?? 0;
    const next = place.field === null ? null : { ...place, field: rest === 0 ? null : Math.min(place.field, rest - 1) };
    props.onChoose(next);
    if (next)
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-place="${next.section}/${next.field ?? ''}"]`)?.focus(),
      );
    useToasts.getState().show({
      tone: 'done',
      title: t(lost ? 'fieldRemoved' : 'sectionRemoved'),
      object: (lost ?? { label: lostSection.title }).label || t('unnamed'),
      undo: async () => {
        props.onChange((now) =>
          lost
            ? insertField(now, { section: place.section, field: (place.field ?? 0) - 1 }, lost).form
            : { sections: now.sections.toSpliced(place.section, 0, lostSection) },
        );
        props.onChoose(place);
      },
    });
  };
  const move = (by: -1 | 1) => {
    const moved =
      chosen && (chosen.field === null ? moveSection(form, chosen.section, by) : moveField(form, chosen, by));
    if (moved) put(moved);
  };
  const name = field ? field.label || t('unnamed') : section?.title || t('noTitle');
  return (
    <>
      <nav className={css['side']} aria-label={t('fields')} data-area="list">
        {/* Above the list, which grows: a second press on the same place adds the same kind again. */}
        <Palette
          onAdd={add}
          onSection={addSection}
          full={countFields(form) >= formLimits.fields}
          without={props.without}
        />
        <FieldList
          form={form}
          chosen={chosen}
          faults={props.faults}
          onChoose={props.onChoose}
          onMove={put}
          onRemove={remove}
        />
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={css['middle']} aria-label={t('properties')} data-area="field" tabIndex={0} ref={props.panel}>
        {chosen && section ? (
          <>
            <header className={css['panelHead']}>
              <h2>{t(field ? `type_${field.type}` : 'section')}</h2>
              <span>
                <IconButton label={`${t('moveUp')}: ${name}`} onClick={() => move(-1)}>
                  <IconArrowUp size={16} stroke={1.6} />
                </IconButton>
                <IconButton label={`${t('moveDown')}: ${name}`} onClick={() => move(1)}>
                  <IconArrowDown size={16} stroke={1.6} />
                </IconButton>
                {field && (
                  <IconButton
                    label={`${t('duplicate')}: ${name}`}
                    onClick={() => {
                      const copy = duplicateField(form, chosen);
                      if (copy) put(copy);
                    }}
                  >
                    <IconCopy size={16} stroke={1.6} />
                  </IconButton>
                )}
                {(field || form.sections.length > 1) && (
                  <IconButton label={`${t('remove')}: ${name}`} onClick={() => remove(chosen)}>
                    <IconTrash size={16} stroke={1.6} />
                  </IconButton>
                )}
              </span>
            </header>
            {field ? (
              <FieldProperties
                key={`${chosen.section}/${chosen.field}`}
                form={form}
                place={chosen}
                field={field}
                faults={props.faults.filter((one) => one.path.field === field.key && one.path.section === section.key)}
                published={props.published}
                onChange={(next) => props.onChange(() => next)}
              />
            ) : (
              <SectionProperties
                key={chosen.section}
                form={form}
                section={section}
                at={chosen.section}
                faults={props.faults
                  .filter((one) => one.path.section === section.key && one.path.field === null)
                  .map(words)}
                onChange={(next) => props.onChange(() => next)}
              />
            )}
          </>
        ) : (
          <div className={css['panelEmpty']}>
            <p className={css['quiet']}>{t(countFields(form) === 0 ? 'emptyForm' : 'chooseField')}</p>
            <FaultLines faults={props.faults.filter((one) => one.path.section === null).map(words)} />
          </div>
        )}
      </section>
    </>
  );
}
