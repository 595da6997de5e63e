import { useEffect, useRef, useState } from 'react';
import { useCommand } from '#renderer/data/use-command.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { cannedQuery } from '#renderer/pages/ticket/fill-canned.ts';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { useTell } from '#renderer/pages/ticket/use-tell.ts';

/** What has been typed and not yet said. */
export interface ComposerDraft {
  mode: 'reply' | 'note';
  text: string;
  /** Answers that the requester may give with one press. */
  options: string[];
}

const blank: ComposerDraft = { mode: 'reply', text: '', options: [] };

/** The words of one ticket while they are typed: kept at every pause, gone when they have been said. Nothing is lost by a refusal. */
export function useComposer(facts: TicketFacts) {
  const t = useWords('queues');
  const tell = useTell();
  const { ticket } = facts;
  const stored = useDraft<ComposerDraft>(`talk:${ticket.id}`);
  const [draft, setDraft] = useState<ComposerDraft>(blank);
  const [kept, setKept] = useState(false);
  const touched = useRef(false);
  const { found } = stored;
  useEffect(() => {
    if (!found || touched.current || found.value.text.trim() === '') return;
    setDraft({ ...blank, ...found.value });
    setKept(true);
  }, [found]);
  const change = (patch: Partial<ComposerDraft>) => {
    touched.current = true;
    setKept(false);
    setDraft((before) => {
      const next = { ...before, ...patch };
      // Looking for a canned reply is not yet anything to be kept.
      const isBlank = next.text.trim() === '' || cannedQuery(next.text) !== null;
      if (isBlank && next.options.length === 0) void stored.drop();
      else stored.keep(next);
      return next;
    });
  };
  const clear = () => {
    setKept(false);
    setDraft((before) => ({ ...blank, mode: before.mode }));
    void stored.drop();
  };
  const reply = useCommand('ticket.reply');
  const note = useCommand('ticket.note');
  const answer = useCommand('ticket.answer');
  const said = draft.text.trim();
  const object = ticket.number ?? ticket.title;
  const mayAsk = ticket.state === 'open' || ticket.state === 'working' || ticket.state === 'waiting';
  return {
    draft,
    change,
    discard: clear,
    /** A draft of an earlier visit stands in the field. */
    kept,
    mayAsk,
    busy: reply.busy || note.busy || answer.busy,
    error: reply.error ?? note.error ?? answer.error,
    append: (words: string) => change({ text: draft.text.trim() ? `${draft.text.trimEnd()}\n${words}` : words }),
    async reply(next: 'none' | 'ask' | 'resolve') {
      if (!said) return;
      const options = next === 'ask' ? draft.options : [];
      if (!(await reply.run({ id: ticket.id, text: said, next, options }))) return;
      clear();
      tell(t(`said_${next}`), object);
    },
    async note() {
      if (!said || !(await note.run({ id: ticket.id, text: said }))) return;
      clear();
      tell(t('said_note'), object);
    },
    async answer() {
      if (!said || !(await answer.run({ id: ticket.id, text: said }))) return;
      clear();
      tell(t('said_answer'), object);
    },
  };
}

export type Composing = ReturnType<typeof useComposer>;
