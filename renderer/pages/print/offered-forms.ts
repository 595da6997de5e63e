import type { PrintFormName } from '#shared/domain/company/print-form.ts';
import type { DocumentKind } from '#shared/domain/document.ts';

/** Forms over one document or over several; the first is what a person most likely came for. */
export function offeredForms(kind: DocumentKind | null, count: number): PrintFormName[] {
  if (count > 1) return ['list', 'card', 'label', 'envelope', 'inventory'];
  const single: PrintFormName[] = ['card', 'stamp', 'label', 'envelope', 'invoice', 'act', 'inventory'];
  const first = kind === 'invoice' || kind === 'act' ? kind : null;
  return first ? [first, ...single.filter((form) => form !== first)] : single;
}
