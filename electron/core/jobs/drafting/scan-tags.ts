import type { TemplateParagraph } from '#electron/core/jobs/drafting/read-template.ts';
import { type ParsedTag, parseTag } from '#electron/core/jobs/drafting/tag-syntax.ts';
import type { TemplatePlace, TemplateProblem } from '#electron/core/jobs/drafting/template-problem.ts';

/** A tag of ours in the text of a template. */
export interface FoundTag {
  /** As written, braces included. */
  raw: string;
  parsed: ParsedTag;
  place: TemplatePlace;
  paragraph: TemplateParagraph;
}

export interface ScannedTags {
  tags: FoundTag[];
  problems: TemplateProblem[];
  /** Tags of other programs: {{ }}, {% %}, ${…}, {d.…}. */
  foreign: FoundForeign[];
}
export interface FoundForeign {
  raw: string;
  place: TemplatePlace;
}

/** Finds the tags of all paragraphs, and braces that make none. */
export function scanTags(paragraphs: readonly TemplateParagraph[]): ScannedTags {
  const found: ScannedTags = { tags: [], problems: [], foreign: [] };
  for (const paragraph of paragraphs) if (/[{}]/.test(paragraph.text)) scanParagraph(paragraph, found);
  return found;
}

const foreignStarts: readonly (readonly [start: RegExp, end: string])[] = [
  [/^\{\{/, '}}'],
  [/^\{%/, '%}'],
  [/^\$\{/, '}'],
  [/^\{[\s\u200b]*[dct]\s*\./, '}'],
  [/^\{\s*[$@%^=!<>]/, '}'],
];

function scanParagraph(paragraph: TemplateParagraph, found: ScannedTags): void {
  const { text } = paragraph;
  let at = 0;
  while (at < text.length) {
    const here = text.slice(at);
    const foreign = foreignStarts.find(([start]) => start.test(here));
    if (foreign) {
      const end = text.indexOf(foreign[1], at + 2);
      const stop = end < 0 ? text.length : end + foreign[1].length;
      found.foreign.push({ raw: text.slice(at, Math.min(stop, at + 60)), place: placeOf(paragraph, at) });
      at = stop;
    } else if (text[at] === '{') at = scanTag(paragraph, at, found);
    else {
      if (text[at] === '}') {
        const tag = text.slice(Math.max(0, at - 40), at + 1);
        found.problems.push({ code: 'TAG_BRACE_UNOPENED', tag, place: placeOf(paragraph, at), params: {} });
      }
      at += 1;
    }
  }
}

function scanTag(paragraph: TemplateParagraph, at: number, found: ScannedTags): number {
  const { text } = paragraph;
  const place = placeOf(paragraph, at);
  const [close, next] = [text.indexOf('}', at), text.indexOf('{', at + 1)];
  if (close < 0 || (next >= 0 && next < close)) {
    const stop = next < 0 ? text.length : next;
    found.problems.push({
      code: 'TAG_BRACE_UNCLOSED',
      tag: text.slice(at, Math.min(stop, at + 60)).trim(),
      place,
      params: {},
    });
    return stop;
  }
  const raw = text.slice(at, close + 1);
  const parsed = parseTag(raw.slice(1, -1));
  if (parsed.path.length === 0 && parsed.kind !== 'close')
    found.problems.push({ code: 'TAG_EMPTY', tag: raw, place, params: {} });
  else found.tags.push({ raw, parsed, place, paragraph });
  return close + 1;
}

const before = 70;
const longest = 160;

function placeOf(paragraph: TemplateParagraph, at: number): TemplatePlace {
  const from = Math.max(0, at - before);
  const cut = paragraph.text.slice(from, from + longest);
  const text = `${from > 0 ? '…' : ''}${cut}${from + longest < paragraph.text.length ? '…' : ''}`;
  return { part: paragraph.part, inTable: paragraph.around.some((node) => node.nodeName === 'w:tbl'), text };
}
