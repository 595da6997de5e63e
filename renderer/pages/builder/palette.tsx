import { IconLayoutList } from '@tabler/icons-react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/builder/builder.module.css';
import { TypeIcon } from '#renderer/pages/builder/type-icon.tsx';
import { type FieldType, fieldTypes } from '#shared/domain/form/form.ts';

/** What can be added to a form: it comes behind what is chosen. */
export function Palette(props: {
  onAdd: (type: FieldType) => void;
  onSection: () => void;
  full: boolean;
  without?: readonly FieldType[] | undefined;
}) {
  const t = useWords('builder');
  return (
    <section className={css['palette']} data-palette aria-label={t('palette')}>
      <h2>{t('palette')}</h2>
      {props.full && <p className={css['quiet']}>{t('formFull')}</p>}
      <div className={css['types']}>
        {fieldTypes
          .filter((type) => !props.without?.includes(type))
          .map((type) => (
            <button
              key={type}
              type="button"
              className={css['type']}
              disabled={props.full}
              onClick={() => props.onAdd(type)}
            >
              <TypeIcon type={type} />
              {t(`type_${type}`)}
            </button>
          ))}
        <button type="button" className={css['type']} onClick={props.onSection}>
          <IconLayoutList size={16} stroke={1.6} aria-hidden="true" />
          {t('section')}
        </button>
      </div>
    </section>
  );
}
