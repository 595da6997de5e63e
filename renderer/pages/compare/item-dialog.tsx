import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { type ItemForm, type ProtocolItem, positionOf } from '#renderer/pages/compare/items-from-changes.ts';
import css from '#renderer/pages/compare/protocol.module.css';
import type { Protocol } from '#renderer/pages/compare/use-protocol.ts';

const emptyForm: ItemForm = {
  clause: '',
  title: '',
  ours: null,
  theirs: null,
  agreed: null,
  choice: 'none',
  state: 'open',
  oursAttachmentId: null,
  theirsAttachmentId: null,
  position: 0,
};

/** All words of an item, its own or a new one's. `null` is closed. */
export function ItemDialog(props: { item: ProtocolItem | 'new' | null; protocol: Protocol; onClose: () => void }) {
  const t = useWords('compare');
  const { item } = props;
  return (
    <Dialog
      opened={item !== null}
      title={t(item === 'new' ? 'itemTitleNew' : 'itemTitle')}
      onClose={props.onClose}
      width={640}
    >
      {item !== null && <ItemFields {...props} item={item} key={item === 'new' ? 'new' : item.id} />}
    </Dialog>
  );
}

function ItemFields(props: { item: ProtocolItem | 'new'; protocol: Protocol; onClose: () => void }) {
  const { item, protocol } = props;
  const t = useWords('compare');
  const common = useWords('common');
  const words = useErrorWords();
  const known = item === 'new' ? emptyForm : item;
  const [form, setForm] = useState({
    clause: known.clause,
    title: known.title,
    ours: known.ours ?? '',
    theirs: known.theirs ?? '',
    agreed: known.agreed ?? '',
  });
  const [tried, setTried] = useState(false);
  const empty = !form.ours.trim() && !form.theirs.trim() && !form.agreed.trim();
  const change = (field: keyof typeof form) => (value: string) => setForm({ ...form, [field]: value });
  const save = async () => {
    setTried(true);
    if (empty) return;
    const text = (value: string) => value.trim() || null;
    const said = {
      clause: form.clause.trim(),
      title: form.title.trim(),
      ours: text(form.ours),
      theirs: text(form.theirs),
      agreed: text(form.agreed),
    };
    if (item === 'new') {
      const choice = said.agreed ? 'own' : 'none';
      if (await protocol.add.run([{ ...emptyForm, ...said, choice, position: positionOf(said.clause) }]))
        props.onClose();
      return;
    }
    const patch = Object.fromEntries(
      Object.entries(said).filter(([field, value]) => value !== item[field as keyof typeof said]),
    );
    if ('agreed' in patch && said.agreed) Object.assign(patch, { choice: 'own' });
    if ('clause' in patch) Object.assign(patch, { position: positionOf(said.clause) });
    if (Object.keys(patch).length === 0 || (await protocol.update.run(item, patch))) props.onClose();
  };
  const failed = item === 'new' ? protocol.add.error : protocol.update.error;
  const area = { rows: 3, maxLength: 20_000 };
  return (
    <form
      className={css['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={css['pair']}>
        <TextField label={t('fieldClause')} value={form.clause} onChange={change('clause')} maxLength={40} autoFocus />
        <TextField label={t('fieldTitle')} value={form.title} onChange={change('title')} maxLength={300} />
      </div>
      <TextField
        label={t('ours')}
        value={form.ours}
        onChange={change('ours')}
        error={tried && empty ? t('needText') : undefined}
        {...area}
      />
      <TextField label={t('theirs')} value={form.theirs} onChange={change('theirs')} {...area} />
      <TextField label={t('agreed')} value={form.agreed} onChange={change('agreed')} {...area} />
      {failed && <Note tone="red" title={words(failed)} />}
      <div className={dialog['actions']}>
        <ActionButton variant="subtle" onClick={props.onClose}>
          {common('cancel')}
        </ActionButton>
        <ActionButton variant="filled" type="submit" busy={protocol.add.busy || protocol.update.busy}>
          {t('saveItem')}
        </ActionButton>
      </div>
    </form>
  );
}
