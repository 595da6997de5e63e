import { useWords } from '#renderer/i18n/words.ts';
import type { ReaderProblem } from '#renderer/pages/files/mail/reader-messages.ts';
import { useReader } from '#renderer/pages/files/mail/use-reader.ts';
import { WordsView } from '#renderer/pages/files/text-view.tsx';
import viewer from '#renderer/pages/files/viewer/viewer.module.css';

/** A text of another word processor: its words without their looks. */
export function OfficeText(props: {
  bytes: Blob;
  name: string;
  kind: 'rtf' | 'odt';
  find?: string | undefined;
  onProblem: (problem: ReaderProblem) => void;
}) {
  const t = useWords('preview');
  const read = useReader(props.bytes, props.kind, props.onProblem);
  if (!read || !('text' in read)) return <p className={viewer['waiting']}>{t('reading')}</p>;
  return <WordsView text={read.text} name={props.name} find={props.find} note={t('wordsOnly')} />;
}
