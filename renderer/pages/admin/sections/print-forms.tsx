import { useSearchParams } from 'react-router';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import admin from '#renderer/pages/admin/admin.module.css';
import { FormEditor } from '#renderer/pages/print/form-editor.tsx';
import css from '#renderer/pages/print/print.module.css';

/** Papers that the program prints, each with what the company may choose of it. */
export function PrintForms() {
  const t = useWords('print');
  const [search, setSearch] = useSearchParams();
  const { data } = useQuery('print_form.list', {});
  const asked = search.get('form');
  const shown = data?.find((line) => line.form === asked) ?? data?.[0];
  return (
    <>
      <div className={admin['head']}>
        <p className={admin['quiet']}>{t('sectionText')}</p>
      </div>
      <div className={css['forms']}>
        <nav aria-label={t('formsList')}>
          <ul className={css['names']}>
            {data?.map((line) => (
              <li key={line.form}>
                <button
                  type="button"
                  aria-current={line.form === shown?.form ? 'true' : undefined}
                  onClick={() => setSearch({ form: line.form }, { replace: true })}
                >
                  {t(`form_${line.form}`)}
                  <span>{line.changed ? t('changedShort') : t('shipped')}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {shown && <FormEditor key={shown.form} line={shown} />}
      </div>
    </>
  );
}
