import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { ask } from '#renderer/data/core.ts';
import { asCoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { attachFiles } from '#renderer/pages/files/use-attach.ts';
import { FormFields } from '#renderer/pages/form-fields/form-fields.tsx';
import { useFormFiles } from '#renderer/pages/form-fields/use-form-files.ts';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';
import { RequestShell } from '#renderer/pages/request/request-shell.tsx';
import { RequestSide } from '#renderer/pages/request/request-side.tsx';
import { useRequestForm } from '#renderer/pages/request/use-request-form.ts';
import { showProblems } from '#renderer/pages/request/use-send-request.ts';
import { useVacationPeople } from '#renderer/pages/request/use-vacation-people.ts';
import { vacationBelow } from '#renderer/pages/request/vacation-below.tsx';
import { fieldsOf } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** A request that an approver gave back: what they said, the form as it was filled in, and one button that sends it again. */
export function Rework({ id }: { id: string }) {
  const t = useWords('portal');
  const refusal = useRefusalWords();
  const navigate = useNavigate();
  const told = useOwnToasts();
  const files = useFormFiles();
  const card = useQuery('ticket.card', { id }).data;
  const form = card?.definition.form ?? null;
  const request = useRequestForm(`rework:${id}`, form);
  const { draft, state } = request;
  const people = useVacationPeople(state, card?.definition.effect === 'vacation');
  const service = useQuery(
    'service.form',
    card ? { id: card.service.id, version: null, requesterId: card.requester.id } : null,
  ).data;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what has to be known first matters
  useEffect(() => {
    if (!card || draft === undefined || state) return;
    const { serviceVersion: version, requesterId, values } = card.ticket;
    request.begin({ version, requesterId, values }, draft);
  }, [card, draft]);

  const send = useAction(async () => {
    if (!card || !form || !state || !request.check()) return;
    const base = card.ticket.values;
    const values = formValues(form, state.values);
    const keys = fieldsOf(form).map((field) => field.key);
    const changed = keys.filter((key) => !sameValue(base[key] ?? null, values[key] ?? null));
    const pick = (from: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
    const edit = { name: 'ticket.update' as const, args: { id, patch: pick(values), base: pick(base) } };
    const again = { name: 'ticket.resubmit' as const, args: { id, note: null } };
    await ask('command.run-many', { orders: changed.length > 0 ? [edit, again] : [again] }).catch((fault: unknown) => {
      showProblems(asCoreError(fault), request.tell);
      throw fault;
    });
    await request.drop();
    await attachFiles(id, files.filesOf(values));
    told(t('sentAgain'), card.ticket.title);
    navigate('/tickets/mine', { replace: true, state: { fresh: id } });
  });

  if (!card || !form || !state)
    return (
      <Sheet>
        <PageHeader title={t('title')} />
      </Sheet>
    );
  const { question, title, state: standing } = card.ticket;
  const change = (values: Record<string, unknown>) => {
    send.clear();
    request.set({ ...state, values });
  };
  return (
    <RequestShell
      title={title}
      action={t('sendAgain')}
      busy={send.busy}
      closed={standing !== 'waiting'}
      error={send.error && refusal(send.error)}
      wrong={new Set(request.problems.map((one) => one.field)).size}
      keptAt={request.keptAt}
      onSend={() => void send.run()}
      formRef={request.element}
      side={service ? <RequestSide serviceId={card.service.id} form={form} state={state} answer={service} /> : null}
    >
      {question?.text && standing === 'waiting' && (
        <Note tone="amber" title={t('givenBackBecause')}>
          {t('quoted', { text: question.text })}
        </Note>
      )}
      {standing !== 'waiting' && <Note tone="ink" title={t('notGivenBack')} />}
      <FormFields
        form={form}
        values={state.values}
        problems={request.problems}
        onChange={change}
        onLeave={request.leave}
        context={{
          takeFiles: files.takeFiles,
          people,
          ...(card.definition.effect === 'vacation'
            ? { below: vacationBelow({ form, state, ticketId: id, onChange: change }) }
            : {}),
        }}
      />
    </RequestShell>
  );
}
