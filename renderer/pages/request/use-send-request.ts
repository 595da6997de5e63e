import { useNavigate } from 'react-router';
import { runCommand, runQuery } from '#renderer/data/core.ts';
import { asCoreError, type CoreError } from '#renderer/data/core-error.ts';
import { useAction } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { attachFiles } from '#renderer/pages/files/use-attach.ts';
import type { useFormFiles } from '#renderer/pages/form-fields/use-form-files.ts';
import { useHolderWords } from '#renderer/pages/portal/holder-line.tsx';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import type { useRequestForm } from '#renderer/pages/request/use-request-form.ts';
import { useSession } from '#renderer/state/session.ts';
import type { Form } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import type { ValueProblem } from '#shared/domain/form/problems-of.ts';

/** Sends a request, attaches its files, and tells who has it; ten seconds to take it back. */
export function useSendRequest(props: {
  service: { id: string; name: string } | null;
  form: Form | null;
  request: ReturnType<typeof useRequestForm>;
  files: ReturnType<typeof useFormFiles>;
}) {
  const { service, form, request, files } = props;
  const t = useWords('portal');
  const navigate = useNavigate();
  const holderWords = useHolderWords();
  const told = useOwnToasts();
  const userId = useSession((session) => session.state?.user?.id ?? null);
  return useAction(async () => {
    const { state } = request;
    if (!service || !form || !state || !request.check()) return;
    const values = formValues(form, state.values);
    const order = { serviceId: service.id, serviceVersion: state.version, requesterId: state.requesterId, values };
    const reply = await runCommand('ticket.create', { ...order, priority: null, title: null }).catch(
      (fault: unknown) => {
        showProblems(asCoreError(fault), request.tell);
        throw fault;
      },
    );
    const { id } = reply.result as { id: string };
    await request.drop();
    // The request is there whatever becomes of its files: the card says what went wrong with them.
    const refused = await attachFiles(id, files.filesOf(values)).then(
      () => null,
      (fault: unknown) => asCoreError(fault).code,
    );
    const card = await runQuery('ticket.card', { id }).catch(() => null);
    const who = card ? holderWords({ ...card.holder, since: null }) : '';
    told(refused ? t('sentNoFiles') : who ? t('sentTo', { who }) : t('sent'), card?.ticket.title ?? service.name, () =>
      runCommand('ticket.cancel', { id, reason: null }),
    );
    const own = state.requesterId === userId;
    navigate(own ? '/tickets/mine' : `/tickets/${id}`, { replace: true, state: { fresh: id } });
  });
}

/** What the core found wrong with values stands at their fields. */
export function showProblems(fault: CoreError, tell: (problems: readonly ValueProblem[]) => void): void {
  const { problems } = fault.details;
  if (fault.code === 'FORM_PROBLEMS' && Array.isArray(problems)) tell(problems as ValueProblem[]);
}
