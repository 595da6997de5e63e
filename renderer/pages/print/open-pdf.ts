import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

/** Reads a PDF in a thread of its own; the task is destroyed by whoever asked. */
export const openPdf = async (bytes: Blob): Promise<PDFDocumentLoadingTask> =>
  getDocument({
    data: await bytes.arrayBuffer(),
    enableXfa: false,
    useWasm: false,
    standardFontDataUrl: './pdf/standard_fonts/',
    wasmUrl: new URL('./pdf/wasm/', document.baseURI).href,
  });
