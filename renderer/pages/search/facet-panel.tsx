import { IconCheck } from '@tabler/icons-react';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import css from '#renderer/pages/search/search.module.css';
import { toggled } from '#renderer/pages/search/search-address.ts';
import { type DocumentKind, type DocumentState, documentKinds } from '#shared/domain/document.ts';
import {
  type ChosenFacets,
  type FacetName,
  type FacetValue,
  facetNames,
  type SearchQuestion,
} from '#shared/queries/search.ts';

/** What was found by its properties; the counts of each follow the choices in the others. */
export function FacetPanel(props: {
  asked: SearchQuestion;
  /** As it is chosen now; the counts come a moment later. */
  chosen: ChosenFacets;
  open: FacetName | null;
  onOpen: (name: FacetName | null) => void;
  onChange: (chosen: ChosenFacets) => void;
}) {
  const { asked, chosen, open } = props;
  const t = useWords('search');
  const wordsOf = useFacetWords();
  const { data } = useQuery('search.facets', asked.text.trim() === '' ? null : { ...asked, open });
  const any = Object.keys(chosen).length > 0;
  return (
    <aside className={css['facets']} aria-label={t('facets')} data-area="facets">
      <div className={css['facetsHead']}>
        <h2>{t('facets')}</h2>
        {any && <LinkButton onClick={() => props.onChange({})}>{t('dropChoices')}</LinkButton>}
      </div>
      {data &&
        facetNames.map((name) => {
          const { values, more } = data.facets[name];
          // One value that everything has narrows nothing.
          if (values.length === 0 || (values.length === 1 && !chosen[name])) return null;
          return (
            <fieldset key={name} className={css['facet']}>
              <legend>{t(`facet_${name}`)}</legend>
              {values.map((value) => (
                <label key={value.value} className={css['value']}>
                  <input
                    type="checkbox"
                    checked={chosen[name]?.includes(value.value) ?? false}
                    onChange={() => props.onChange(toggled(chosen, name, value.value))}
                  />
                  <span className={css['tick']} aria-hidden="true">
                    <IconCheck size={12} stroke={3} />
                  </span>
                  <span className="op-ellipsis" title={wordsOf(name, value)}>
                    {wordsOf(name, value)}
                  </span>
                  <span className={css['count']}>{formatCount(value.count)}</span>
                </label>
              ))}
              {(more > 0 || name === open) && (
                <LinkButton tone="quiet" onClick={() => props.onOpen(name === open ? null : name)}>
                  {name === open ? t('fewerValues') : t('moreValues', { count: formatCount(more) as never })}
                </LinkButton>
              )}
            </fieldset>
          );
        })}
    </aside>
  );
}

/** What the values of facets are called. */
function useFacetWords(): (name: FacetName, value: FacetValue) => string {
  const t = useWords('search');
  const status = useWords('status');
  const kindOf = useKindWords();
  const { branchOf } = useDirectory();
  return (name, { value, label, labelEn }) => {
    if (name === 'type') return t(`type_${value as 'document'}`);
    if (name === 'where') return t(`where_${value as 'fields'}`);
    if (name === 'year') return value;
    if (name === 'state') return status(`state_${value as DocumentState}`);
    if (name === 'branch') return branchOf(value)?.city ?? t('unknown');
    if (name === 'kind') {
      const builtIn = documentKinds.find((kind): kind is DocumentKind => kind === value);
      return builtIn || label
        ? kindOf({ kind: builtIn ?? 'custom', kindLabel: label, kindLabelEn: labelEn })
        : t('unknown');
    }
    return label ?? t('unknown');
  };
}
