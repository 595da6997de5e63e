import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ask } from '#renderer/data/core.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { bytesOfBase64 } from '#renderer/pages/files/mail/base64.ts';
import type { InnerFile } from '#renderer/pages/files/mail/mail-parts.tsx';
import { MailView } from '#renderer/pages/files/mail/mail-view.tsx';
import type { ReaderProblem } from '#renderer/pages/files/mail/reader-messages.ts';
import { useReader } from '#renderer/pages/files/mail/use-reader.ts';
import viewer from '#renderer/pages/files/viewer/viewer.module.css';
import type { MailMessage } from '#shared/formats/mail/message.ts';

interface LetterProps {
  bytes: Blob;
  name: string;
  kind: 'mail' | 'msg';
  find?: string | undefined;
  attachmentId?: string | undefined;
  onProblem: (problem: ReaderProblem | 'NO_PREVIEW') => void;
  show: (file: InnerFile) => ReactNode;
}

/** A letter of any program, once it has been read. */
export function LetterView(props: LetterProps) {
  return props.kind === 'mail' ? <Letter {...props} /> : <OutlookLetter {...props} />;
}

function Letter(props: LetterProps) {
  const t = useWords('preview');
  const read = useReader(props.bytes, 'mail', props.onProblem);
  if (!read || !('message' in read)) return <p className={viewer['waiting']}>{t('reading')}</p>;
  return <MailView message={read.message} name={props.name} find={props.find} show={props.show} />;
}

/** Outlook's own format is read by the core; inside of another letter it is not read. */
function OutlookLetter(props: LetterProps) {
  const t = useWords('preview');
  const [message, setMessage] = useState<MailMessage | null>(null);
  const { attachmentId } = props;
  const problem = useRef(props.onProblem);
  problem.current = props.onProblem;
  useEffect(() => {
    if (!attachmentId) return problem.current('NO_PREVIEW');
    let gone = false;
    ask('files.letter', { attachmentId }).then(
      (letter) => {
        if (gone) return;
        if (!letter) return problem.current('MAIL_DAMAGED');
        const parts = letter.parts.map(({ base64, ...part }) => ({ ...part, bytes: bytesOfBase64(base64) }));
        setMessage({ ...letter, parts });
      },
      () => !gone && problem.current('MAIL_DAMAGED'),
    );
    return () => {
      gone = true;
    };
  }, [attachmentId]);
  if (!message) return <p className={viewer['waiting']}>{t('reading')}</p>;
  return <MailView message={message} name={props.name} find={props.find} show={props.show} />;
}
