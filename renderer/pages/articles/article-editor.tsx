import { MultiSelect, TagsInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { runCommand } from '#renderer/data/core.ts';
import { useClock } from '#renderer/data/directory.tsx';
import { useAction } from '#renderer/data/use-command.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { useErrorWords } from '#renderer/data/use-error-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useShortcuts } from '#renderer/frame/use-shortcuts.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Article } from '#renderer/pages/articles/article-view.tsx';
import css from '#renderer/pages/articles/articles.module.css';
import { MarkdownText } from '#renderer/pages/articles/markdown.tsx';
import { useToasts } from '#renderer/state/toasts.ts';
import { sameValue } from '#shared/lib/canonical.ts';

interface Values {
  title: string;
  text: string;
  keywords: string[];
  serviceIds: string[];
}
interface EditorProps {
  article: Article | null;
  /** With the id of an article that has been made. */
  onClose: (made: string | null) => void;
}
const names = ['title', 'text', 'keywords', 'serviceIds'] as const;
const valuesOf = ({ title, text, keywords, serviceIds }: Values): Values => ({ title, text, keywords, serviceIds });

/** An article as it is written, with what becomes of it beside the text; kept as a draft at each pause. */
export function ArticleEditor(props: EditorProps) {
  const store = useDraft<{ values: Values; seen: Values }>(`article/${props.article?.id ?? 'new'}`);
  if (store.found === undefined) return null;
  return <Editor {...props} store={store} />;
}

function Editor({
  article,
  onClose,
  store,
}: EditorProps & { store: ReturnType<typeof useDraft<{ values: Values; seen: Values }>> }) {
  const t = useWords('builder');
  const common = useWords('common');
  const form = useWords('form');
  const words = useErrorWords();
  const clock = useClock();
  const services = useQuery('service.catalog', {}).data?.services ?? [];
  const begun = article ? valuesOf(article) : { title: '', text: '', keywords: [], serviceIds: [] };
  const [{ values, seen }, setTyped] = useState(() => store.found?.value ?? { values: begun, seen: begun });
  const [foundAt, setFoundAt] = useState(store.found?.at ?? null);
  const [tried, setTried] = useState(false);
  const put = (patch: Partial<Values>) => {
    const next = { values: { ...values, ...patch }, seen };
    setTyped(next);
    if (sameValue(next.values, seen)) void store.drop();
    else store.keep(next);
  };
  const save = useAction(async () => {
    let made: string | null = null;
    const sent = { ...values, title: values.title.trim() };
    if (article) {
      const changed = names.filter((name) => !sameValue(sent[name], seen[name]));
      const pick = (from: Values) => Object.fromEntries(changed.map((name) => [name, from[name]]));
      if (changed.length > 0)
        await runCommand('article.update', { id: article.id, patch: pick(sent), base: pick(seen) });
    } else made = ((await runCommand('article.create', sent)).result as { id: string }).id;
    await store.drop();
    useToasts.getState().show({ tone: 'done', title: t('articleSaved'), object: sent.title });
    onClose(made);
  });
  const ready = values.title.trim() !== '' && values.text.trim() !== '';
  const submit = () => {
    setTried(true);
    if (ready) void save.run();
    else
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[data-area="article"] [aria-invalid="true"]')?.focus(),
      );
  };
  useShortcuts([{ keys: 'Ctrl+S', run: submit, whileTyping: true }]);
  const known = services.map((one) => ({ value: one.id, label: one.name }));
  const lost = values.serviceIds
    .filter((id) => !services.some((one) => one.id === id))
    .map((id) => ({ value: id, label: t('closedService') }));
  return (
    <form
      className={css['editor']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {foundAt !== null && (
        <Note
          tone="ink"
          title={form('draftFound', { time: clock.moment(foundAt) })}
          actions={
            <LinkButton
              onClick={() => {
                void store.drop();
                setTyped({ values: begun, seen: begun });
                setFoundAt(null);
              }}
            >
              {form('discard')}
            </LinkButton>
          }
        >
          {form('draftFoundText')}
        </Note>
      )}
      {save.error && <Note tone="red" title={words(save.error)} />}
      <TextField
        label={t('articleTitle')}
        value={values.title}
        maxLength={200}
        error={tried && values.title.trim() === '' ? t('nameNeeded') : undefined}
        onChange={(title) => put({ title })}
        required
        autoFocus
      />
      <div className={css['writing']}>
        <Textarea
          label={t('articleText')}
          description={t('markdownHint')}
          value={values.text}
          error={tried && values.text.trim() === '' ? t('articleNeeded') : false}
          autosize
          minRows={16}
          maxRows={40}
          maxLength={60_000}
          aria-required
          onChange={(event) => put({ text: event.currentTarget.value })}
        />
        <section aria-label={t('preview')} className={css['preview']}>
          <h2>{t('preview')}</h2>
          <MarkdownText text={values.text} />
        </section>
      </div>
      <TagsInput
        label={t('keywords')}
        description={t('articleKeywordsHint')}
        value={values.keywords}
        onChange={(keywords) => put({ keywords: keywords.map((one) => one.slice(0, 80)) })}
        maxTags={60}
        clearButtonProps={{ 'aria-label': `${t('keywords')}: ${common('clear')}` }}
      />
      <MultiSelect
        label={t('aboutServices')}
        value={values.serviceIds}
        data={[...known, ...lost]}
        onChange={(serviceIds) => put({ serviceIds })}
        searchable
        clearButtonProps={{ 'aria-label': `${t('aboutServices')}: ${common('clear')}` }}
        comboboxProps={{ shadow: 'md' }}
      />
      <div className={css['foot']}>
        <span className={css['quiet']} role="status">
          {store.keptAt !== null && form('draftKept', { time: clock.time(store.keptAt) })}
        </span>
        <ActionButton
          variant="subtle"
          onClick={() => {
            void store.drop();
            onClose(null);
          }}
        >
          {common('cancel')}
        </ActionButton>
        <ActionButton type="submit" variant="filled" keys={['Ctrl', 'S']} busy={save.busy}>
          {t('saveArticle')}
        </ActionButton>
      </div>
    </form>
  );
}
