import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActionButton } from '#renderer/components/action-button.tsx';
import { DueClock } from '#renderer/components/due-clock.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { PersonAvatar } from '#renderer/components/person-avatar.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/portal/ticket-parts.module.css';
import { useOwnToasts } from '#renderer/pages/portal/use-own-toasts.ts';
import { useRefusalWords } from '#renderer/pages/portal/use-refusal-words.ts';
import { useTimes } from '#renderer/pages/portal/use-times.ts';
import type { MyTicket } from '#shared/queries/ticket.ts';

/** What waits for the requester, answered where it is asked: a question, a paper given back, the last word. */
export function WaitBox({ ticket, onClosed }: { ticket: MyTicket; onClosed?: (ticket: MyTicket) => void }) {
  switch (ticket.waitsFor) {
    case 'question':
      return <QuestionBox ticket={ticket} />;
    case 'rework':
      return <ReworkBox ticket={ticket} />;
    case 'confirm':
      return <ConfirmBox ticket={ticket} onClosed={onClosed} />;
    case null:
      return null;
  }
}

function QuestionBox({ ticket }: { ticket: MyTicket }) {
  const t = useWords('portal');
  const words = useRefusalWords();
  const told = useOwnToasts();
  const answer = useCommand('ticket.answer');
  const options = ticket.question?.options ?? [];
  const [typing, setTyping] = useState(options.length === 0);
  const [text, setText] = useState('');
  const send = async (given: string) => {
    if (given.trim() === '' || !(await answer.run({ id: ticket.id, text: given.trim() }))) return;
    setText('');
    told(t('answered'), ticket.title);
  };
  return (
    <div className={css['wait']}>
      <blockquote className={css['quote']}>{t('quoted', { text: ticket.question?.text ?? '' })}</blockquote>
      {!typing && (
        <div className={css['answers']}>
          {options.map((option, index) => (
            <ActionButton
              key={option}
              variant={index === 0 ? 'filled' : 'default'}
              size="xs"
              busy={answer.busy}
              onClick={() => void send(option)}
            >
              {option}
            </ActionButton>
          ))}
          <ActionButton variant="subtle" size="xs" onClick={() => setTyping(true)}>
            {t('answerElse')}
          </ActionButton>
        </div>
      )}
      {typing && (
        <form
          className={css['typed']}
          onSubmit={(event) => {
            event.preventDefault();
            void send(text);
          }}
        >
          <TextField
            label={t('yourAnswer')}
            value={text}
            onChange={setText}
            rows={2}
            maxLength={4_000}
            autoFocus={options.length > 0}
          />
          <div className={css['answers']}>
            <ActionButton variant="filled" size="xs" type="submit" busy={answer.busy}>
              {t('sendAnswer')}
            </ActionButton>
            {options.length > 0 && (
              <ActionButton variant="subtle" size="xs" onClick={() => setTyping(false)}>
                {t('chooseOption')}
              </ActionButton>
            )}
          </div>
        </form>
      )}
      {answer.error && <Note tone="red" title={words(answer.error)} />}
    </div>
  );
}

function ReworkBox({ ticket }: { ticket: MyTicket }) {
  const t = useWords('portal');
  const navigate = useNavigate();
  return (
    <div className={css['wait']}>
      {ticket.question?.text && (
        <blockquote className={css['quote']}>{t('quoted', { text: ticket.question.text })}</blockquote>
      )}
      <div className={css['answers']}>
        <ActionButton variant="filled" size="xs" onClick={() => navigate(`/tickets/new/again?ticket=${ticket.id}`)}>
          {t('rework')}
        </ActionButton>
      </div>
    </div>
  );
}

function ConfirmBox({ ticket, onClosed }: { ticket: MyTicket; onClosed: ((ticket: MyTicket) => void) | undefined }) {
  const t = useWords('portal');
  const words = useRefusalWords();
  const confirm = useCommand('ticket.confirm');
  const [refusing, setRefusing] = useState(false);
  const close = async () => {
    if (await confirm.run({ id: ticket.id, rating: null, comment: null })) onClosed?.(ticket);
  };
  return (
    <div className={css['wait']}>
      {ticket.solution && <blockquote className={css['quote']}>{t('quoted', { text: ticket.solution })}</blockquote>}
      {refusing ? (
        <ReopenForm ticket={ticket} onClose={() => setRefusing(false)} />
      ) : (
        <div className={css['confirm']}>
          <span>{t('allRight')}</span>
          <ActionButton size="xs" busy={confirm.busy} onClick={() => void close()}>
            {t('yesClose')}
          </ActionButton>
          <LinkButton onClick={() => setRefusing(true)}>{t('notDone')}</LinkButton>
        </div>
      )}
      {confirm.error && <Note tone="red" title={words(confirm.error)} />}
    </div>
  );
}

/** It is not settled after all: a reason, and it goes back to whoever had it. */
export function ReopenForm({ ticket, onClose }: { ticket: Pick<MyTicket, 'id' | 'title'>; onClose: () => void }) {
  const t = useWords('portal');
  const words = useRefusalWords();
  const told = useOwnToasts();
  const reopen = useCommand('ticket.reopen');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (reason.trim() === '' || !(await reopen.run({ id: ticket.id, reason: reason.trim() }))) return;
    told(t('reopened'), ticket.title);
    onClose();
  };
  return (
    <form
      className={css['typed']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('whatIsWrong')}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === '' ? t('sayWhat') : undefined}
        rows={2}
        maxLength={2_000}
        autoFocus
      />
      <div className={css['answers']}>
        <ActionButton variant="filled" size="xs" type="submit" busy={reopen.busy}>
          {t('reopen')}
        </ActionButton>
        <ActionButton variant="subtle" size="xs" onClick={onClose}>
          {t('keepDone')}
        </ActionButton>
      </div>
      {reopen.error && <Note tone="red" title={words(reopen.error)} />}
    </form>
  );
}

/** Who asks, and since when it waits for the answer. */
export function AskerLine({ ticket }: { ticket: MyTicket }) {
  const t = useWords('portal');
  const times = useTimes();
  const { question, askedByName } = ticket;
  return (
    <div className={css['holder']}>
      <span className={css['who']}>
        {question && askedByName && <PersonAvatar id={question.askedById} name={askedByName} decorative />}
        <span className={css['whoName']}>{askedByName ?? ticket.serviceName}</span>
      </span>
      <DueClock state="pause">{t('waitsSince', { time: times.since(question?.at ?? ticket.occurredAt) })}</DueClock>
    </div>
  );
}
