import type { GivenFile } from '#renderer/bridge/given-file.ts';
import { decodeText } from '#renderer/pages/files/kinds.ts';

/** Whether the beginning of a text is that of a bank file or of a file of the tax service. */
export function importableText(text: string): boolean {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (/^1CClientBankExchange/i.test(start)) return true;
  return /^<\?xml|^<Файл/.test(start) && /<Файл[\s>]/.test(start) && /КНД="111513[12]"|ИдФайл="ON_/.test(start);
}

/** Whether a file can become documents; one whose bytes are not at hand is judged by its name. */
export async function looksImportable(file: GivenFile): Promise<boolean> {
  if (!/\.(txt|xml)$/i.test(file.name)) return false;
  const head = await file.head().catch(() => new Uint8Array());
  return head.length === 0 || importableText(decodeText(head));
}
