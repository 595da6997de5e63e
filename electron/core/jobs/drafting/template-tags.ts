import { checkTags } from '#electron/core/jobs/drafting/check-tags.ts';
import { readTemplate } from '#electron/core/jobs/drafting/read-template.ts';
import { scanTags } from '#electron/core/jobs/drafting/scan-tags.ts';
import type { TagTree } from '#electron/core/jobs/drafting/tag-tree.ts';
import type { TemplateProblem } from '#electron/core/jobs/drafting/template-problem.ts';

export interface TemplateTags {
  /** Tags as they are written, without braces, each once, in reading order; closing ones left out. */
  tags: string[];
  /** Tags of other programs that were seen. */
  foreign: string[];
  problems: TemplateProblem[];
}

/** The tags a template uses; with a tree also what of it cannot be filled. A file that cannot be read has no tags and one problem. */
export async function templateTags(bytes: Uint8Array, tree?: TagTree): Promise<TemplateTags> {
  const paragraphs = await readTemplate(bytes);
  if (!Array.isArray(paragraphs)) return { tags: [], foreign: [], problems: [paragraphs] };
  const scanned = scanTags(paragraphs);
  const written = scanned.tags
    .filter(({ parsed }) => parsed.kind !== 'close')
    .map(({ raw }) => raw.slice(1, -1).trim());
  return {
    tags: [...new Set(written)],
    foreign: [...new Set(scanned.foreign.map(({ raw }) => raw))],
    problems: tree || scanned.tags.length === 0 ? checkTags(scanned, tree ?? []) : scanned.problems,
  };
}
