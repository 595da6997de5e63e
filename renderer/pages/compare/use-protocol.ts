import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ask, runCommand, runCommands } from '#renderer/data/core.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ItemForm, ProtocolItem } from '#renderer/pages/compare/items-from-changes.ts';
import { useToasts } from '#renderer/state/toasts.ts';

type Patch = Partial<ItemForm>;

/** What is done with the items of a contract's disagreement protocol; refusals are shown where it is done. */
export function useProtocol(documentId: string) {
  const t = useWords('compare');
  const navigate = useNavigate();
  const { i18n } = useTranslation();
  const show = useToasts((toasts) => toasts.show);
  const archiveAll = (ids: readonly string[]) =>
    runCommands(ids.map((id) => ({ name: 'protocol_item.archive' as const, args: { documentId, id } })));

  /** Several items as one action, one toast and one undo. */
  const add = useAction(async (forms: readonly ItemForm[]) => {
    if (forms.length === 0) return [];
    const replies = await runCommands(
      forms.map((values) => ({ name: 'protocol_item.add' as const, args: { documentId, values } })),
    );
    const ids = replies.map((reply) => (reply.result as { id: string }).id);
    show({
      tone: 'done',
      title: t('collected', { count: ids.length }),
      undo: () => archiveAll(ids),
    });
    return ids;
  });
  const update = useAction((item: ProtocolItem, patch: Patch) => {
    const base = Object.fromEntries(Object.keys(patch).map((field) => [field, item[field as keyof ProtocolItem]]));
    return runCommand('protocol_item.update', { documentId, id: item.id, patch, base });
  });
  const remove = useAction(async (item: ProtocolItem) => {
    const { clause, title, ours, theirs, agreed, choice, state, position } = item;
    const { oursAttachmentId, theirsAttachmentId } = item;
    const files = { oursAttachmentId, theirsAttachmentId };
    const values = { clause, title, ours, theirs, agreed, choice, state, position, ...files };
    await archiveAll([item.id]);
    show({
      tone: 'done',
      title: t('itemRemoved'),
      object: [clause, title].filter(Boolean).join(' · '),
      undo: () => runCommand('protocol_item.add', { documentId, values }),
    });
  });
  const docx = useAction(async () => {
    const reply = await ask('drafting.protocol', { documentId, language: i18n.language === 'en' ? 'en' : 'ru' });
    const result = reply.result as { id?: string; ids?: string[] };
    const id = result.id ?? result.ids?.[0];
    show({
      tone: 'done',
      title: t('docxMade'),
      link: { label: t('openFiles'), onClick: () => navigate(`/documents/${documentId}?tab=files`) },
      ...(id ? { undo: () => runCommand('attachment.remove', { id, documentId }) } : {}),
    });
  });
  /** One of the two wordings settles the item; null: the clause is left out. */
  const take = (item: ProtocolItem, choice: 'ours' | 'theirs') =>
    update.run(item, { choice, agreed: item[choice], state: 'agreed' });
  return { add, update, remove, docx, take, error: add.error ?? update.error ?? remove.error ?? docx.error };
}

export type Protocol = ReturnType<typeof useProtocol>;
