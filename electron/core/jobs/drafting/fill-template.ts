import {
  ImagePlugin,
  LinkPlugin,
  type ScopeDataArgs,
  type TemplateContent,
  type TemplateData,
  TemplateHandler,
} from 'easy-template-x';
import { checkTags } from '#electron/core/jobs/drafting/check-tags.ts';
import { cleanValue } from '#electron/core/jobs/drafting/clean-value.ts';
import { formatValue } from '#electron/core/jobs/drafting/format-value.ts';
import { LineTextPlugin } from '#electron/core/jobs/drafting/line-text.ts';
import { asBuffer, readTemplate } from '#electron/core/jobs/drafting/read-template.ts';
import { repack } from '#electron/core/jobs/drafting/repack.ts';
import { scanTags } from '#electron/core/jobs/drafting/scan-tags.ts';
import { type ParsedTag, parseTag } from '#electron/core/jobs/drafting/tag-syntax.ts';
import { findTag, isPresent, type TagTree, type TagValue } from '#electron/core/jobs/drafting/tag-tree.ts';
import type { TemplateProblem } from '#electron/core/jobs/drafting/template-problem.ts';
import { ParagraphLoopPlugin } from '#electron/core/jobs/drafting/whole-paragraph-loop.ts';

/** A filled DOCX with the tags that had no value (written as a line to be filled by hand), or everything that is wrong with the template. */
export type Filled = { bytes: Uint8Array; empty: string[] } | { problems: TemplateProblem[] };

const blank = '________';

/** Fills a DOCX template from a tag tree. Equal template and tree give equal bytes. */
export async function fillTemplate(template: Uint8Array, tree: TagTree): Promise<Filled> {
  const paragraphs = await readTemplate(template);
  if (!Array.isArray(paragraphs)) return { problems: [paragraphs] };
  const problems = checkTags(scanTags(paragraphs), tree);
  if (problems.length > 0) return { problems };
  const empty = new Set<string>();
  const handler = new TemplateHandler({
    plugins: [new ParagraphLoopPlugin(), new LineTextPlugin(), new ImagePlugin(), new LinkPlugin()],
    // Text boxes in tables in content controls: the library's 20 is met by real papers.
    maxXmlDepth: 200,
    scopeDataResolver: resolver(tree, empty),
  });
  try {
    const bytes = await handler.process(asBuffer(template), {});
    return { bytes: repack(bytes), empty: [...empty] };
  } catch (error) {
    // What the check lets through, the library has words for; a tag stands in them when it knows one.
    const reason = error instanceof Error ? error.message : String(error);
    const tag = /\{[^{}]*\}/.exec(reason)?.[0];
    return { problems: [{ code: 'TEMPLATE_NOT_FILLED', params: { reason }, ...(tag ? { tag } : {}) }] };
  }
}

/** What the library asks for each tag it meets, by the path of loops that leads to it. */
function resolver(tree: TagTree, empty: Set<string>): (args: ScopeDataArgs) => TemplateContent | TemplateData[] {
  const parsed = new Map<string, ParsedTag>();
  const parse = (raw: string): ParsedTag => {
    const known = parsed.get(raw) ?? parseTag(raw.slice(1, -1));
    parsed.set(raw, known);
    return known;
  };
  return ({ path }) => {
    const scopes: TagTree[] = [tree];
    let value: TagValue | null = null;
    let tag: ParsedTag | null = null;
    let raw = '';
    for (const step of path) {
      if (typeof step === 'number') {
        const item = value?.type === 'list' ? value.items[step] : undefined;
        if (item) scopes.push(item);
      } else {
        raw = step.rawText;
        tag = parse(raw);
        value = findTag(scopes, tag.path);
      }
    }
    if (!tag || !value) return '';
    if (tag.kind !== 'value') return containerData(tag, value);
    const content = valueData(tag, value);
    if (content !== '') return content;
    empty.add(raw);
    // In a row of a table an empty cell says enough.
    return scopes.length > 1 ? '' : blank;
  };
}

/** Lists are repeated; everything else, and a list under «если», is shown or left out. */
function containerData(tag: ParsedTag, value: TagValue): TemplateContent | TemplateData[] {
  if (value.type === 'list' && tag.condition === null) return value.items.map(() => ({}));
  return isPresent(value) !== (tag.condition === 'unless');
}

function valueData(tag: ParsedTag, value: TagValue): TemplateContent {
  if (value.type === 'image') {
    const { bytes, format, width, height } = value;
    return { _type: 'image', source: asBuffer(bytes), format, width, height } as TemplateContent;
  }
  const text = cleanValue(formatValue(value, tag.formats));
  if (value.type === 'link' && /^(?:https?|mailto):/i.test(value.target))
    return { _type: 'link', text, target: value.target } as TemplateContent;
  return text;
}
