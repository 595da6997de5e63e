import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PageSize } from '#renderer/pages/files/pdf/page-layout.ts';
import { returnPdfThread, takePdfThread } from '#renderer/pages/files/pdf/pdf-thread.ts';
import type { DocumentProblem } from '#shared/domain/redline.ts';

export interface OpenedPdf {
  pdf: PDFDocumentProxy;
  /** Of every page; the first one's until a page has been looked at. */
  sizes: readonly PageSize[];
}

/** Opens a PDF in a thread of its own. Scripts and forms of the file are not run. */
export function usePdf(bytes: Blob, onProblem: (problem: DocumentProblem) => void) {
  const [opened, setOpened] = useState<OpenedPdf | null>(null);
  const problem = useRef(onProblem);
  problem.current = onProblem;
  useEffect(() => {
    let gone = false;
    const thread = takePdfThread();
    const loading = bytes.arrayBuffer().then((data) =>
      getDocument({
        data,
        worker: thread,
        enableXfa: false,
        useWasm: false,
        standardFontDataUrl: './pdf/standard_fonts/',
        // The thread loads decoders of scans by itself, from where the page lies and not from where the thread does.
        wasmUrl: new URL('./pdf/wasm/', document.baseURI).href,
      }),
    );
    const open = async (): Promise<void> => {
      const pdf = await (await loading).promise;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!gone) setOpened({ pdf, sizes: Array.from({ length: pdf.numPages }, () => ({ width, height })) });
    };
    open().catch((error: unknown) => {
      if (!gone) problem.current(error instanceof PasswordException ? 'PDF_ENCRYPTED' : 'PDF_DAMAGED');
    });
    return () => {
      gone = true;
      void returnPdfThread(
        thread,
        loading.then((task) => task.destroy()),
      );
    };
  }, [bytes]);
  const measured = useCallback(
    (page: number, size: PageSize): void =>
      setOpened((before) => {
        const known = before?.sizes[page];
        if (!before || !known || (known.width === size.width && known.height === size.height)) return before;
        return { ...before, sizes: before.sizes.with(page, size) };
      }),
    [],
  );
  return { opened, measured };
}
