import type { XmlNode } from 'easy-template-x';
import { fits } from '#electron/core/jobs/drafting/format-value.ts';
import { nearTags, nearWords } from '#electron/core/jobs/drafting/near-names.ts';
import type { FoundTag, ScannedTags } from '#electron/core/jobs/drafting/scan-tags.ts';
import { filterNames } from '#electron/core/jobs/drafting/tag-syntax.ts';
import { findTag, foldTagName, type TagTree } from '#electron/core/jobs/drafting/tag-tree.ts';
import type { TemplateProblem, TemplateProblemCode } from '#electron/core/jobs/drafting/template-problem.ts';

interface OpenLoop {
  tag: FoundTag;
  /** Names that are known inside of it and not outside: the fields of a list's item. */
  scope: TagTree | null;
}

/** Everything that would go wrong when the tags are filled from the tree; nothing is filled to find it out. */
export function checkTags(scanned: ScannedTags, tree: TagTree): TemplateProblem[] {
  if (scanned.tags.length === 0) {
    const foreign = [...new Set(scanned.foreign.map(({ raw }) => raw))].slice(0, 5);
    // Braces of another program's tags that run over several paragraphs are nobody's mistake.
    if (foreign.length > 0 || scanned.problems.length === 0) return [{ code: 'TEMPLATE_NO_TAGS', params: { foreign } }];
    return scanned.problems;
  }
  const foreign = scanned.foreign.map(
    ({ raw, place }): TemplateProblem => ({ code: 'TAG_FOREIGN', tag: raw, place, params: {} }),
  );
  return [...scanned.problems, ...foreign, ...checkNesting(scanned.tags, tree)];
}

function checkNesting(tags: readonly FoundTag[], tree: TagTree): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  let open: OpenLoop[] = [];
  let previous: FoundTag | undefined;
  const repeatedRows = new Set<XmlNode>();
  const unclosed = () => {
    for (const loop of open) problems.push(problemOf('TAG_LOOP_UNCLOSED', loop.tag));
    open = [];
  };
  for (const tag of tags) {
    // Parts are filled one by one: what is open at the end of one stays open.
    if (previous && previous.place.part !== tag.place.part) unclosed();
    previous = tag;
    if (!['body', 'header', 'footer'].includes(tag.place.part)) {
      problems.push(problemOf('TAG_PLACE_NOT_FILLED', tag));
      continue;
    }
    const scopes = [tree, ...open.flatMap(({ scope }) => (scope ? [scope] : []))];
    if (tag.parsed.kind === 'close') {
      const opening = open.at(-1)?.tag;
      problems.push(...closeLoop(tag, open));
      const row = opening && rowRepeated(opening, tag);
      if (row) repeatedRows.add(row);
    } else {
      const row = nearest(tag, 'w:tr');
      // The row goes away when it is repeated, and with it the place where this loop would begin.
      if (tag.parsed.kind === 'open' && row && repeatedRows.has(row))
        problems.push(problemOf('TAG_LOOP_IN_REPEATED_ROW', tag));
      const found = checkName(tag, scopes);
      problems.push(...found.problems);
      if (tag.parsed.kind === 'open') open.push({ tag, scope: found.scope });
    }
  }
  unclosed();
  return problems;
}

function checkName(tag: FoundTag, scopes: readonly TagTree[]): { problems: TemplateProblem[]; scope: TagTree | null } {
  const { path, formats, unknownFilters, condition, kind, options } = tag.parsed;
  const problems = unknownFilters.map((filter) =>
    problemOf('TAG_FILTER_UNKNOWN', tag, { filter, suggestions: nearWords(filterNames, filter) }),
  );
  if (options !== null && !/^\s*loopOver\s*:\s*["'«“”„]?(?:row|paragraph|content)["'»“”]?\s*$/.test(options))
    problems.push(problemOf('TAG_OPTIONS', tag, { options }));
  if (kind === 'open' && tag.paragraph.around.some((node) => node.nodeName === 'w:sdtContent'))
    problems.push(problemOf('TAG_LOOP_IN_CONTROL', tag));
  const value = findTag(scopes, path);
  if (!value) {
    problems.push(problemOf('TAG_UNKNOWN', tag, { suggestions: nearTags(scopes, path) }));
    return { problems, scope: null };
  }
  if (kind === 'value') {
    if (value.type === 'list') problems.push(problemOf('TAG_NEEDS_LOOP', tag));
    if (value.type === 'group' && !value.own) problems.push(problemOf('TAG_IS_GROUP', tag));
    for (const format of formats)
      if (!fits(value, format)) problems.push(problemOf('TAG_FILTER_MISFIT', tag, { filter: format }));
  }
  return { problems, scope: value.type === 'list' && condition === null ? value.shape : null };
}

function closeLoop(tag: FoundTag, open: OpenLoop[]): TemplateProblem[] {
  const name = nameOf(tag);
  const last = open.at(-1);
  if (!last) return [problemOf('TAG_CLOSE_WITHOUT_OPEN', tag)];
  const isNamed = tag.parsed.path.length > 0;
  if (isNamed && nameOf(last.tag) !== name) {
    const at = open.findLastIndex((loop) => nameOf(loop.tag) === name);
    // A name that nothing open has: taken as the end of the last one, so that one misprint is one problem.
    if (at < 0) {
      open.pop();
      return [problemOf('TAG_CLOSED_BY_OTHER', tag, { expected: last.tag.raw })];
    }
    return open
      .splice(at)
      .slice(1)
      .map((loop) => problemOf('TAG_CLOSED_BY_OTHER', tag, { expected: loop.tag.raw }));
  }
  open.pop();
  return sameContainer(last.tag, tag) ? [] : [problemOf('TAG_LOOP_CONTAINERS', last.tag, { closing: tag.raw })];
}

const nameOf = (tag: FoundTag): string => foldTagName(tag.parsed.path.join('.'));

/** Both in one container, or in cells of one table: then rows or columns are repeated. */
function sameContainer(one: FoundTag, other: FoundTag): boolean {
  const [left, right] = [one.paragraph.around, other.paragraph.around];
  if (left.at(-1) === right.at(-1)) return true;
  const table = nearest(one, 'w:tbl');
  return table !== undefined && table === nearest(other, 'w:tbl');
}

/** The row in which a loop over rows ends. */
const rowRepeated = (open: FoundTag, close: FoundTag): XmlNode | undefined =>
  nearest(open, 'w:tc') !== nearest(close, 'w:tc') || /row/.test(open.parsed.options ?? '')
    ? nearest(close, 'w:tr')
    : undefined;

const nearest = (tag: FoundTag, name: string): XmlNode | undefined =>
  tag.paragraph.around.findLast((node) => node.nodeName === name);

const problemOf = (
  code: TemplateProblemCode,
  tag: FoundTag,
  params: TemplateProblem['params'] = {},
): TemplateProblem => ({ code, tag: tag.raw, place: tag.place, params });
