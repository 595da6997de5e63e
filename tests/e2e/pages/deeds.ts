import { expect, type Page } from '@playwright/test';
import { DocumentCard } from './document-card.ts';
import { DocumentForm } from './document-form.ts';
import { Frame } from './frame.ts';

/** Makes an incoming document with only a subject, as a hurried clerk does; its card is open afterwards. Returns its id. */
export async function makeDocument(page: Page, subject: string): Promise<string> {
  const form = new DocumentForm(page);
  await new Frame(page).go('/documents/new/incoming');
  await form.subject.fill(subject);
  await page.keyboard.press('Control+S');
  await expect(new DocumentCard(page).title).toContainText(subject);
  return /documents\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Drops files on the middle of the window, as from a folder of the desktop. */
export async function dropFiles(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
    return transfer;
  }, given);
  const main = page.getByRole('main');
  await main.dispatchEvent('dragenter', { dataTransfer: data });
  await main.dispatchEvent('dragover', { dataTransfer: data });
  await expect(page.getByText(/^(Отпустите файлы|Drop the files)/)).toBeVisible();
  await main.dispatchEvent('drop', { dataTransfer: data });
}
