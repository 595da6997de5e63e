import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/files/files.module.css';
import { ImageView } from '#renderer/pages/files/image-view.tsx';
import { kindOfBytes, type PreviewKind, previewKind } from '#renderer/pages/files/kinds.ts';
import { PreviewProblem, type PreviewProblemCode } from '#renderer/pages/files/preview-problem.tsx';
import { TextView } from '#renderer/pages/files/text-view.tsx';

// Each reader is heavy in its own way: it comes with the first file of its kind.
const pdf = () => import('#renderer/pages/files/pdf/pdf-view.tsx');
const docx = () => import('#renderer/pages/files/docx-view.tsx');
const sheet = () => import('#renderer/pages/files/sheets/sheet-view.tsx');
const letter = () => import('#renderer/pages/files/mail/letter-view.tsx');
const words = () => import('#renderer/pages/files/mail/office-text.tsx');
const readers: Partial<Record<PreviewKind, () => Promise<unknown>>> = {
  // Its thread starts meanwhile as well.
  pdf: () => Promise.all([pdf(), import('#renderer/pages/files/pdf/pdf-thread.ts').then((thread) => thread.warmPdf())]),
  docx,
  sheet,
  mail: letter,
  msg: letter,
  rtf: words,
  odt: words,
};
const PdfView = lazy(async () => ({ default: (await pdf()).PdfView }));
const DocxView = lazy(async () => ({ default: (await docx()).DocxView }));
const SheetView = lazy(async () => ({ default: (await sheet()).SheetView }));
const LetterView = lazy(async () => ({ default: (await letter()).LetterView }));
const OfficeText = lazy(async () => ({ default: (await words()).OfficeText }));

/** Gets the reader of a file ready while its bytes are still on their way. */
export function prepareReader(kind: PreviewKind): void {
  // One that cannot be had is told when the file is shown.
  readers[kind]?.().catch(() => undefined);
}

/** So many first bytes tell what a file is. */
const HEAD = 16;

interface Shown {
  bytes: Blob;
  name: string;
  mime: string;
  /** The attachment, where the file is one and not a part of another file. */
  attachmentId?: string;
  /** Words that led to the file. */
  find?: string | undefined;
}

/** Shows a file whose bytes are here, or says in a sentence what is wrong with it and what to do. */
export function BytesView(props: Shown) {
  const { bytes, name, mime } = props;
  const t = useWords('files');
  const [kind, setKind] = useState<PreviewKind | null>(null);
  const [problem, setProblem] = useState<PreviewProblemCode | null>(null);
  useEffect(() => {
    let gone = false;
    setProblem(null);
    void bytes
      .slice(0, HEAD)
      .arrayBuffer()
      .then((head) => !gone && setKind(kindOfBytes(new Uint8Array(head), previewKind(mime, name))));
    return () => {
      gone = true;
    };
  }, [bytes, mime, name]);
  if (bytes.size === 0) return <p className={css['none']}>{t('emptyFile')}</p>;
  if (kind === null) return null;
  const wrong = kind === 'none' ? 'NO_PREVIEW' : problem;
  if (wrong) return <PreviewProblem problem={wrong} bytes={bytes} name={name} attachmentId={props.attachmentId} />;
  return (
    <Suspense fallback={null}>
      <ByKind {...props} kind={kind} onProblem={setProblem} />
    </Suspense>
  );
}

function ByKind(props: Shown & { kind: PreviewKind; onProblem: (problem: PreviewProblemCode) => void }) {
  const { bytes, name, find, kind, onProblem, attachmentId } = props;
  const given = { bytes, name, find, onProblem };
  switch (kind) {
    case 'pdf':
      return <PdfView {...given} />;
    case 'docx':
      return <DocxView {...given} attachmentId={attachmentId} />;
    case 'sheet':
      return <SheetView {...given} />;
    case 'mail':
    case 'msg':
      return (
        <LetterView
          {...given}
          kind={kind}
          attachmentId={attachmentId}
          show={(file) => <BytesView {...file} find={find} />}
        />
      );
    case 'rtf':
    case 'odt':
      return <OfficeText {...given} kind={kind} />;
    case 'image':
      return <ImageView bytes={bytes} name={name} onFail={() => onProblem('IMAGE_DAMAGED')} />;
    default:
      return <TextView bytes={bytes} name={name} find={find} />;
  }
}
