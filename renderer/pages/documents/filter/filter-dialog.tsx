import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { OfferChip } from '#renderer/components/chip.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { withFields } from '#renderer/pages/documents/conditions.ts';
import { ConditionLine } from '#renderer/pages/documents/filter/condition-line.tsx';
import {
  type Draft,
  type DraftCondition,
  draftOf,
  faultsOf,
  freshCondition,
  freshGroup,
  isGroup,
  replaced,
  treeOf,
} from '#renderer/pages/documents/filter/draft.ts';
import css from '#renderer/pages/documents/filter/filter.module.css';
import { useFilterFields } from '#renderer/pages/documents/filter/use-filter-fields.ts';
import { askedFilter, useRegister } from '#renderer/pages/documents/register.ts';
import { newestFirst } from '#renderer/state/documents-register.ts';
import type { DocumentFilter } from '#shared/queries/document.ts';

/** Conditions a tree may have beside one another. */
const MOST = 20;

/** The filter builder: conditions joined by «and» or «or», groups of them, counted while they are made. */
export function FilterDialog(props: {
  opened: boolean;
  filter: DocumentFilter;
  onChange: (filter: DocumentFilter) => void;
  onClose: () => void;
}) {
  const t = useWords('register');
  return (
    <Dialog opened={props.opened} title={t('filterTitle')} onClose={props.onClose} width={820}>
      {props.opened && <Builder {...props} />}
    </Dialog>
  );
}

function Builder({ filter, onChange, onClose }: Parameters<typeof FilterDialog>[0]) {
  const t = useWords('register');
  const common = useWords('common');
  const fields = useFilterFields();
  const [draft, setDraft] = useState<Draft>(() => draftOf(filter.where));
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft, (field) => fields.find((one) => one.field === field)?.type);
  // The hand goes to what it has just added, and begins with the first that is there.
  const [awaited, setAwaited] = useState(() => firstOf(draft)?.key);
  const fresh = (): DraftCondition => {
    const one = freshCondition('subject', 'text');
    setAwaited(one.key);
    return one;
  };
  const put = (key: number, next: Parameters<typeof replaced>[2]) => setDraft((before) => replaced(before, key, next));
  const apply = () => {
    setTried(true);
    if (faults.size > 0) return;
    onChange(withFields(filter, { where: treeOf(draft) }));
    onClose();
  };
  const line = (one: DraftCondition, place: string) => (
    <ConditionLine
      key={one.key}
      draft={one}
      fields={fields}
      fault={faults.get(one.key)}
      tried={tried}
      place={place}
      awaited={one.key === awaited}
      onChange={(next) => put(one.key, next)}
      onRemove={() => put(one.key, null)}
    />
  );
  return (
    <form
      className={css['builder']}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {draft.of.length === 0 && <p className={css['quiet']}>{t('noConditions')}</p>}
      {draft.of.length > 1 && (
        <div>
          <Joined join={draft.join} onChange={(join) => setDraft({ ...draft, join })} />
        </div>
      )}
      {draft.of.map((one, index) =>
        isGroup(one) ? (
          <fieldset key={one.key} className={css['group']}>
            <legend className="op-hidden">{t('group', { n: String(index + 1) })}</legend>
            <div className={css['groupHead']}>
              <Joined join={one.join} onChange={(join) => put(one.key, { ...one, join })} />
              <IconButton label={t('removeGroup', { n: String(index + 1) })} onClick={() => put(one.key, null)}>
                <IconX size={16} stroke={1.6} />
              </IconButton>
            </div>
            {one.of.map((leaf, at) => line(leaf, `${index + 1}.${at + 1}`))}
            {one.of.length < MOST && (
              <div>
                <OfferChip
                  label={t('addCondition')}
                  onClick={() => put(one.key, { ...one, of: [...one.of, fresh()] })}
                />
              </div>
            )}
          </fieldset>
        ) : (
          line(one, String(index + 1))
        ),
      )}
      {draft.of.length < MOST && (
        <div className={css['offers']}>
          <OfferChip
            label={t('addCondition')}
            // The dialog begins here, unless there is a condition to begin with.
            data-autofocus={draft.of.length === 0 || undefined}
            onClick={() => setDraft({ ...draft, of: [...draft.of, fresh()] })}
          />
          <OfferChip
            label={t('addGroup')}
            onClick={() =>
              setDraft({ ...draft, of: [...draft.of, freshGroup(draft.join === 'all' ? 'any' : 'all', fresh())] })
            }
          />
        </div>
      )}
      <div className={dialog['actions']}>
        <Found draft={draft} filter={filter} faulty={faults.size > 0} tried={tried} />
        {draft.of.length > 0 && (
          <ActionButton variant="subtle" onClick={() => setDraft({ join: 'all', of: [] })}>
            {t('clear')}
          </ActionButton>
        )}
        <ActionButton variant="subtle" onClick={onClose}>
          {common('cancel')}
        </ActionButton>
        <ActionButton type="submit" variant="filled">
          {t('apply')}
        </ActionButton>
      </div>
    </form>
  );
}

const firstOf = ({ of: [first] }: Draft): DraftCondition | undefined => (first && isGroup(first) ? first.of[0] : first);

function Joined({ join, onChange }: { join: 'all' | 'any'; onChange: (join: 'all' | 'any') => void }) {
  const t = useWords('register');
  return (
    <Segmented
      label={t('joined')}
      value={join}
      choices={[
        { value: 'all', label: t('allHold') },
        { value: 'any', label: t('anyHolds') },
      ]}
      onChange={onChange}
    />
  );
}

/** How many documents the conditions find, as they are at this moment. */
function Found(props: { draft: Draft; filter: DocumentFilter; faulty: boolean; tried: boolean }) {
  const t = useWords('register');
  const register = useRegister();
  const asked = withFields(props.filter, { where: treeOf(props.draft) });
  const found = useQuery(
    'document.list',
    props.faulty ? null : { filter: askedFilter(register, asked), sort: newestFirst, start: 0, end: 0 },
  );
  const total = found.data?.total;
  return (
    <output className={css['found']} data-faulty={(props.faulty && props.tried) || undefined}>
      {props.faulty ? (
        props.tried && t('foundFaulty')
      ) : total === undefined ? (
        t('foundWaiting')
      ) : (
        <>
          {t('found')} <b className="op-figures">{formatCount(total)}</b>
        </>
      )}
    </output>
  );
}
