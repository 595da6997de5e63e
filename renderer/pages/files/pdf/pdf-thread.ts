import { GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import address from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = address;

/** A thread without a file is kept so long for the next one, milliseconds: its start costs more than most first pages, its code some memory. */
const KEPT = 60_000;
/** A thread that has not let go of its file by then is busy with something endless, milliseconds. */
const PATIENCE = 2_000;

let spare: PDFWorker | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Starts a thread before the bytes for it are here. */
export function warmPdf(): void {
  if (spare === null) keep(new PDFWorker());
}

/** A thread for one file alone, started unless one waits: a file that keeps its thread busy holds up no other. */
export function takePdfThread(): PDFWorker {
  const taken = spare ?? new PDFWorker();
  spare = null;
  clearTimeout(timer);
  return taken;
}

/** The file is closed; `closed` tells when its thread has let go of it. The thread waits for the next file, or ends. */
export async function returnPdfThread(thread: PDFWorker, closed: Promise<unknown>): Promise<void> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false));
  const isFree = await Promise.race([closed.then(() => true).catch(() => false), late]);
  if (isFree && spare === null && !thread.destroyed) keep(thread);
  else thread.destroy();
}

function keep(thread: PDFWorker): void {
  spare = thread;
  clearTimeout(timer);
  timer = setTimeout(() => takePdfThread().destroy(), KEPT);
}
