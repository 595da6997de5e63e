import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { Dialog } from '#renderer/components/confirm-dialog.tsx';
import dialog from '#renderer/components/dialog.module.css';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { ViewTabs } from '#renderer/components/view-tabs.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useDirectory } from '#renderer/data/directory.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { askedFilter, useRegister, useRegisterState } from '#renderer/pages/documents/register.ts';
import { settingsOfView } from '#renderer/pages/documents/use-save-view.ts';
import type { NamedView } from '#renderer/pages/documents/use-views.ts';
import { newestFirst } from '#renderer/state/documents-register.ts';
import { usePanels } from '#renderer/state/panels.ts';
import { useSession } from '#renderer/state/session.ts';
import { useToasts } from '#renderer/state/toasts.ts';
import { everybody } from '#shared/domain/saved-view.ts';

/** Saved views as tabs, each with its count; the plus saves what is set now as another. */
export function RegisterTabs({ views }: { views: readonly NamedView[] }) {
  const t = useWords('documents');
  const register = useRegisterState();
  const [naming, setNaming] = useState(false);
  const counts = useCounts(views);
  // A view just saved becomes a tab a moment later, and is then the chosen one.
  const [wanted, setWanted] = useState<string | null>(null);
  const saved = views.find((one) => one.id === wanted);
  useEffect(() => {
    if (!saved) return;
    setWanted(null);
    register.open(saved.id, saved);
  }, [saved, register.open]);
  return (
    <ViewTabs
      label={t('views')}
      active={register.view}
      onChange={(id) => {
        const view = views.find((one) => one.id === id);
        if (view) register.open(id, view);
      }}
      tabs={views.map((view) => ({ id: view.id, label: view.label, count: counts[view.id] }))}
    >
      <IconButton label={t('saveView')} onClick={() => setNaming(true)}>
        <IconPlus size={16} stroke={1.6} />
      </IconButton>
      <RemoveView view={views.find((one) => one.id === register.view)} />
      <NewView opened={naming} position={views.length} onSaved={setWanted} onClose={() => setNaming(false)} />
    </ViewTabs>
  );
}

/** Takes away a view of the person's own; it comes back with an undo. */
function RemoveView({ view }: { view: NamedView | undefined }) {
  const t = useWords('documents');
  const remove = useCommand('view.remove');
  const { page } = useRegister();
  if (!view?.saved) return null;
  const { id, label, audience = null } = view;
  const press = async () => {
    if (!(await remove.run({ id }))) return;
    useToasts.getState().show({
      tone: 'done',
      title: t('viewRemoved'),
      object: label,
      undo: () =>
        runCommand('view.save', {
          ...{ id: null, page, name: label, settings: settingsOfView(view), position: 0, audience },
        }),
    });
  };
  return (
    <IconButton label={t('removeView', { name: label })} onClick={() => void press()}>
      <IconTrash size={16} stroke={1.6} />
    </IconButton>
  );
}

/** At most this many tabs are counted: a hook has to be called the same number of times. */
const COUNTED = 6;

function useCounts(views: readonly NamedView[]): Record<string, number> {
  const register = useRegister();
  const counts: Record<string, number> = {};
  for (let place = 0; place < COUNTED; place += 1) {
    const view = views[place];
    // biome-ignore lint/correctness/useHookAtTopLevel: the loop always runs the same number of times
    const { data } = useQuery(
      'document.list',
      view ? { filter: askedFilter(register, view.filter), sort: newestFirst, start: 0, end: 0 } : null,
    );
    if (view && data) counts[view.id] = data.total;
  }
  return counts;
}

/** Those who arrange work for others share with the whole company, everybody with their own branch. */
export function useAudiences(): { value: string; label: string }[] {
  const t = useWords('documents');
  const { own } = useDirectory();
  const roles = useSession((session) => session.state?.user?.roles ?? none);
  const arranges = roles.some((role) => role === 'administrator' || role === 'manager' || role === 'clerk');
  return [
    { value: '', label: t('viewMineOnly') },
    ...(own ? [{ value: own.id, label: t('viewOfBranch', { city: own.city }) }] : []),
    ...(arranges ? [{ value: everybody, label: t('viewOfAll') }] : []),
  ];
}

const none: readonly string[] = [];

function NewView(props: { opened: boolean; position: number; onSaved: (id: string) => void; onClose: () => void }) {
  const { opened, position, onSaved, onClose } = props;
  const t = useWords('documents');
  const common = useWords('common');
  const words = useErrorWords();
  const { page } = useRegister();
  const { filter, sort, columns, group } = useRegisterState();
  const here = usePanels((panels) => panels.columns[page]);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [audience, setAudience] = useState('');
  const audiences = useAudiences();
  const save = useCommand('view.save');
  const send = async () => {
    setTried(true);
    if (!name.trim()) return;
    const reply = await save.run({
      id: null,
      page,
      name: name.trim(),
      settings: settingsOfView({ filter, sort, columns: columns ?? here ?? null, group }),
      position,
      audience: audience || null,
    });
    if (!reply) return;
    setName('');
    setAudience('');
    setTried(false);
    onClose();
    onSaved((reply.result as { id: string }).id);
  };
  return (
    <Dialog opened={opened} title={t('saveView')} onClose={onClose} width={400}>
      <form
        className={dialog['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t('viewName')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
          error={tried && !name.trim() ? t('viewNameEmpty') : undefined}
        />
        {audiences.length > 1 && (
          <SelectField
            label={t('viewAudience')}
            value={audience}
            choices={audiences}
            onChange={(next) => setAudience(next ?? '')}
          />
        )}
        {save.error && <Note tone="red" title={words(save.error)} />}
        <div className={dialog['actions']}>
          <ActionButton variant="subtle" onClick={onClose}>
            {common('cancel')}
          </ActionButton>
          <ActionButton type="submit" variant="filled" busy={save.busy}>
            {t('saveChanges')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
