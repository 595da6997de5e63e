import { IconAlertCircle, IconEye, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { dropField, fieldAt, moveField, moveSection, type Place } from '#renderer/pages/builder/form-draft.ts';
import { TypeIcon } from '#renderer/pages/builder/type-icon.tsx';
import type { Form } from '#shared/domain/form/form.ts';
import type { FormFault } from '#shared/domain/form/form-fault.ts';

const same = (one: Place | null, other: Place) => one?.section === other.section && one.field === other.field;

/** The sections and fields of a form in their order. Dragged by hand, or moved with Alt and the arrows. */
export function FieldList(props: {
  form: Form;
  chosen: Place | null;
  faults: readonly FormFault[];
  onChoose: (place: Place) => void;
  onMove: (moved: { form: Form; place: Place }) => void;
  onRemove: (place: Place) => void;
}) {
  const t = useWords('builder');
  const { form, chosen } = props;
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Place | null>(null);
  const [over, setOver] = useState<{ section: number; field: number } | null>(null);
  const places = form.sections.flatMap((section, at) => [
    { section: at, field: null },
    ...section.fields.map((_, field) => ({ section: at, field })),
  ]);
  const focus = (place: Place) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-place="${place.section}/${place.field ?? ''}"]`)?.focus(),
    );
  const press = (event: KeyboardEvent, place: Place) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Delete') {
      event.preventDefault();
      return props.onRemove(place);
    }
    if (by === 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.altKey) {
      const moved = place.field === null ? moveSection(form, place.section, by) : moveField(form, place, by);
      if (!moved) return;
      props.onMove(moved);
      return focus(moved.place);
    }
    const next = places[places.findIndex((one) => same(one, place)) + by];
    if (!next) return;
    props.onChoose(next);
    focus(next);
  };
  /** The index before which the hand would let go, and whether it is the lower half of a row. */
  const hover = (event: DragEvent<HTMLElement>, section: number, field: number) => {
    if (!dragged) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    const lower = event.clientY > box.top + box.height / 2 ? 1 : 0;
    setOver({ section, field: field + lower });
  };
  const drop = () => {
    if (dragged?.field != null && over) {
      const shift = dragged.section === over.section && over.field > dragged.field ? 1 : 0;
      const moved = dropField(form, dragged, { section: over.section, field: over.field - shift });
      if (moved) props.onMove(moved);
    }
    setDragged(null);
    setOver(null);
  };
  const isWrong = (section: string, field: string | null) =>
    props.faults.some((fault) => fault.path.section === section && fault.path.field === field);
  const tabbed = chosen ?? places[0];
  return (
    <div className={css['list']} ref={list}>
      {form.sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places are what tells fields apart while keys are doubled
        <fieldset key={at} aria-label={section.title || t('noTitle')}>
          <button
            type="button"
            className={css['sectionRow']}
            data-place={`${at}/`}
            aria-current={same(chosen, { section: at, field: null }) || undefined}
            tabIndex={same(tabbed ?? null, { section: at, field: null }) ? 0 : -1}
            onClick={() => props.onChoose({ section: at, field: null })}
            onKeyDown={(event) => press(event, { section: at, field: null })}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              setOver({ section: at, field: 0 });
            }}
            onDrop={drop}
          >
            {section.title || t('noTitle')}
          </button>
          <ol className={css['rows']}>
            {section.fields.map((field, index) => {
              const place = { section: at, field: index };
              const wrong = isWrong(section.key, field.key);
              return (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: places are what tells fields apart while keys are doubled
                  key={index}
                  draggable
                  data-before={(over?.section === at && over.field === index) || undefined}
                  data-after={
                    (over?.section === at && over.field === index + 1 && index === section.fields.length - 1) ||
                    undefined
                  }
                  data-dragged={same(dragged, place) || undefined}
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', field.label);
                    setDragged(place);
                  }}
                  onDragOver={(event) => hover(event, at, index)}
                  onDrop={(event) => {
                    event.preventDefault();
                    drop();
                  }}
                  onDragEnd={() => {
                    setDragged(null);
                    setOver(null);
                  }}
                >
                  <button
                    type="button"
                    className={css['row']}
                    data-place={`${at}/${index}`}
                    aria-current={same(chosen, place) || undefined}
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
                    tabIndex={same(tabbed ?? null, place) ? 0 : -1}
                    onClick={() => props.onChoose(place)}
                    onKeyDown={(event) => press(event, place)}
                  >
                    <IconGripVertical size={14} stroke={1.6} className={css['grip']} aria-hidden="true" />
                    <TypeIcon type={field.type} />
                    <span className={css['rowName']} data-empty={field.label.trim() === '' || undefined}>
                      {field.label.trim() || t('unnamed')}
                      {field.required && (
                        <>
                          <span className={css['star']} aria-hidden="true">
                            *
                          </span>
                          <span className="op-hidden">, {t('required')}</span>
                        </>
                      )}
                    </span>
                    {field.when && <IconEye size={14} stroke={1.6} aria-label={t('conditional')} />}
                    {wrong && (
                      <IconAlertCircle size={14} stroke={1.6} className={css['wrong']} aria-label={t('hasFault')} />
                    )}
                  </button>
                </li>
              );
            })}
          </ol>
        </fieldset>
      ))}
      {fieldAt(form, chosen) && <p className={css['quiet']}>{t('moveHint')}</p>}
    </div>
  );
}
