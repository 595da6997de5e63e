import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PageHeader, Sheet } from '#renderer/components/sheet.tsx';
import { useClock, useDirectory } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { FormFields } from '#renderer/pages/form-fields/form-fields.tsx';
import { useFormFiles } from '#renderer/pages/form-fields/use-form-files.ts';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';
import { useTimes } from '#renderer/pages/portal/use-times.ts';
import { ForWhom } from '#renderer/pages/request/for-whom.tsx';
import css from '#renderer/pages/request/request.module.css';
import { RequestShell } from '#renderer/pages/request/request-shell.tsx';
import { RequestSide } from '#renderer/pages/request/request-side.tsx';
import { type Kept, useRequestForm } from '#renderer/pages/request/use-request-form.ts';
import { useSendRequest } from '#renderer/pages/request/use-send-request.ts';
import { useVacationPeople } from '#renderer/pages/request/use-vacation-people.ts';
import { vacationBelow } from '#renderer/pages/request/vacation-below.tsx';
import { useSession } from '#renderer/state/session.ts';
import { carryValues } from '#shared/domain/form/carry-values.ts';
import { type Form, fieldsOf } from '#shared/domain/form/form.ts';
import { initialValues } from '#shared/domain/form/initial-values.ts';

/** Asking for a service: its form, and at the side who will have it and when. */
export function NewRequest({ serviceId }: { serviceId: string }) {
  const t = useWords('portal');
  const formWords = useWords('form');
  const refusal = useRefusalWords();
  const times = useTimes();
  const clock = useClock();
  const navigate = useNavigate();
  const location = useLocation();
  const { ready } = useDirectory();
  const today = clock.today();
  const userId = useSession((session) => session.state?.user?.id ?? null);
  const passed = (location.state as { values?: Record<string, unknown> } | null)?.values ?? null;
  const files = useFormFiles();
  const [formOf, setFormOf] = useState<Form | null>(null);
  const request = useRequestForm(`request:${serviceId}`, formOf);
  const draft = request.draft;
  const asked = draft === undefined || !userId ? null : { id: serviceId, version: draft?.value.version ?? null };
  const answer = useQuery('service.form', asked && { ...asked, requesterId: request.state?.requesterId ?? userId });
  const found = answer.data;
  const definition = found?.definition;
  // The answer comes anew with every change of the tables: the form is the same as long as its version is.
  const version = found?.version ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const form = useMemo(() => definition?.form ?? null, [serviceId, version]);
  useEffect(() => setFormOf(form), [form]);
  const [carried, setCarried] = useState<{ lost: string[]; updated: boolean }>({ lost: [], updated: false });

  const clean = (given: Form): Kept => ({
    version,
    requesterId: userId ?? '',
    values: { ...initialValues(given, { requesterId: userId ?? '', today }), ...passed },
  });
  // Begins once: with the draft when there is one, carried over from the version it was begun under.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what has to be known first matters
  useEffect(() => {
    if (!form || !found || !userId || !ready || draft === undefined || request.state) return;
    if (!draft || passed) return request.begin(clean(form), null);
    const { earlier } = found;
    const values = earlier ? carryValues(draft.value.values, earlier, form) : draft.value.values;
    const standing = files.withoutLost(form, { ...clean(form).values, ...values });
    setCarried({ lost: standing.lost, updated: earlier !== null });
    request.begin(clean(form), { at: draft.at, value: { ...draft.value, version, values: standing.values } });
  }, [form, found, draft, userId, ready]);

  const send = useSendRequest({ service: found?.service ?? null, form, request, files });
  const { state } = request;
  const people = useVacationPeople(state, found?.definition.effect === 'vacation');
  const who = state?.requesterId ?? userId ?? '';
  const change = (values: Record<string, unknown>) => {
    // What was refused is not what stands there now.
    send.clear();
    if (state) request.set({ ...state, values });
  };
  const forWhom = (requesterId: string) => {
    if (!state || !form) return;
    const values = { ...state.values };
    // What stood for whoever asks stands for the colleague now.
    for (const field of fieldsOf(form))
      if (field.initial?.type === 'requester' && values[field.key] === state.requesterId)
        values[field.key] = requesterId;
    request.set({ ...state, requesterId, values });
  };

  if (answer.current && found === null) return <NoService />;
  if (!found || !form || !state)
    return (
      <Sheet>
        <PageHeader title={t('title')} />
      </Sheet>
    );
  const { service, offered } = found;
  return (
    <RequestShell
      title={service.name}
      action={t('send')}
      busy={send.busy}
      closed={!offered}
      error={send.error && refusal(send.error)}
      wrong={new Set(request.problems.map((one) => one.field)).size}
      keptAt={request.keptAt}
      onSend={() => void send.run()}
      formRef={request.element}
      side={<RequestSide serviceId={serviceId} form={form} state={state} answer={found} />}
    >
      <div className={css['lead']}>
        {service.description && <p>{service.description}</p>}
        {found.usualMinutes !== null && <p className={css['quiet']}>{times.usual(found.usualMinutes)}</p>}
      </div>
      {!offered && (
        <Note
          tone="amber"
          title={t(service.archivedAt === null ? 'notForYou' : 'serviceClosed', { service: service.name })}
          actions={<LinkButton onClick={() => navigate('/tickets')}>{t('toCatalog')}</LinkButton>}
        />
      )}
      {request.foundAt !== null && (
        <Note
          tone="ink"
          title={formWords('draftFound', { time: clock.moment(request.foundAt) })}
          actions={
            <LinkButton
              onClick={() => {
                setCarried({ lost: [], updated: false });
                void request.restart(clean(form));
              }}
            >
              {formWords('discard')}
            </LinkButton>
          }
        >
          {carried.updated ? t('carried') : formWords('draftFoundText')}
          {carried.lost.length > 0 && ` ${t('filesGone', { files: carried.lost.join(', ') })}`}
        </Note>
      )}
      <ForWhom value={who} queueId={found.definition.queueId} onChange={forWhom} />
      <FormFields
        form={form}
        values={state.values}
        problems={request.problems}
        onChange={change}
        onLeave={request.leave}
        context={{
          takeFiles: files.takeFiles,
          people,
          ...(found.definition.effect === 'vacation'
            ? { below: vacationBelow({ form, state, ticketId: null, onChange: change }) }
            : {}),
        }}
      />
    </RequestShell>
  );
}

function NoService() {
  const t = useWords('portal');
  const navigate = useNavigate();
  return (
    <Sheet>
      <PageHeader title={t('title')} />
      <EmptyState
        title={t('noSuchService')}
        text={t('noSuchServiceText')}
        ways={[
          { title: t('toCatalog'), text: t('chooseServiceText'), icon: null, onClick: () => navigate('/tickets') },
        ]}
      />
    </Sheet>
  );
}
