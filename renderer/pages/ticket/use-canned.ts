import { type KeyboardEvent, useState } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { type CannedReply, fittingReplies } from '#renderer/pages/ticket/canned-list.tsx';
import { cannedQuery, fillCanned } from '#renderer/pages/ticket/fill-canned.ts';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import type { Composing } from '#renderer/pages/ticket/use-composer.ts';
import { useValueWords } from '#renderer/pages/ticket/use-value-words.ts';
import { useSession } from '#renderer/state/session.ts';

/** Canned replies behind `/`: found by the words after it, chosen with the arrows and Enter, their fields filled in. */
export function useCanned(facts: TicketFacts, composer: Composing) {
  const words = useValueWords();
  const user = useSession((session) => session.state?.user ?? null);
  const [active, setActive] = useState(0);
  const [unknown, setUnknown] = useState<string[]>([]);
  const asked = facts.may.desk && composer.draft.mode === 'reply' ? cannedQuery(composer.draft.text) : null;
  const { ticket } = facts;
  const replies = useQuery(
    'desk.words',
    facts.may.desk ? { queueId: ticket.queueId, serviceId: ticket.serviceId, text: '' } : null,
  ).data?.replies;
  const found = asked === null ? [] : fittingReplies(replies ?? [], asked);
  const at = Math.min(active, Math.max(0, found.length - 1));

  const fill = (reply: CannedReply) => {
    const values = Object.fromEntries(facts.values.map((one) => [one.key, words(one.type, one.value, facts.names)]));
    const own = { requester: facts.requester.fullName, number: ticket.number, service: facts.service.name };
    return fillCanned(reply.text, { ...values, ...own, assignee: user?.fullName ?? null });
  };
  const choose = (reply: CannedReply) => {
    const filled = fill(reply);
    setUnknown(filled.unknown);
    setActive(0);
    composer.change({ text: filled.text, options: reply.asks ? [...reply.options] : [] });
  };
  /** True when the press was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    if (asked === null) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const reply = found[at];
    if (step !== 0 && found.length > 0) setActive((at + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && reply) choose(reply);
    else if (event.key === 'Tab' && reply && !event.shiftKey) choose(reply);
    else if (event.key === 'Escape') composer.change({ text: '' });
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const left = unknown.filter((key) => composer.draft.text.includes(`{${key}}`));
  const previews = found.map((reply) => ({ reply, text: fill(reply).text }));
  return { open: asked !== null, previews, active: at, choose, press, unknown: left };
}
