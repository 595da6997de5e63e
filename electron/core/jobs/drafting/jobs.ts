import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type DocxHtml, docxToHtml } from '#electron/core/jobs/drafting/docx-html.ts';
import { draftingData } from '#electron/core/jobs/drafting/drafting-data.ts';
import type { DraftingInput } from '#electron/core/jobs/drafting/drafting-input.ts';
import { fillTemplate } from '#electron/core/jobs/drafting/fill-template.ts';
import { type ProtocolPaper, protocolDocx } from '#electron/core/jobs/drafting/protocol-docx.ts';
import type { TemplateProblem } from '#electron/core/jobs/drafting/template-problem.ts';
import { templateTags } from '#electron/core/jobs/drafting/template-tags.ts';

/** Fills a template file into `target`. Nothing is written when the template has faults. */
export async function fillJob(given: {
  template: string;
  input: DraftingInput;
  target: string;
}): Promise<{ empty: string[] } | { problems: TemplateProblem[] }> {
  const filled = await fillTemplate(readFileSync(given.template), draftingData(given.input));
  if ('problems' in filled) return filled;
  writeWhole(given.target, filled.bytes);
  return { empty: filled.empty };
}

/** The tags of a template and, where there is a contract to fill it from, what of it cannot be filled. */
export async function tagsJob(given: {
  template: string;
  input: DraftingInput | null;
}): Promise<{ tags: string[]; problems: TemplateProblem[] }> {
  const { tags, problems } = await templateTags(
    readFileSync(given.template),
    given.input ? draftingData(given.input) : undefined,
  );
  return { tags, problems };
}

/** Writes a disagreement protocol into `target`. */
export async function protocolJob(given: { paper: ProtocolPaper; target: string }): Promise<null> {
  writeWhole(given.target, await protocolDocx(given.paper));
  return null;
}

/** A job stopped in the middle leaves no half of a file. */
function writeWhole(target: string, bytes: Uint8Array): void {
  writeFileSync(`${target}.part`, bytes, { mode: 0o600 });
  renameSync(`${target}.part`, target);
}

/** A DOCX as HTML for looking at: text, tables and pictures inside; what cannot be read becomes a code. */
export const htmlJob = (given: { path: string }): Promise<DocxHtml> => docxToHtml(readFileSync(given.path));
