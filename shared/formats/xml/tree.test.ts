import { describe, expect, it } from 'vitest';
import { XML_MAX_DEPTH, XML_MAX_NODES } from '#shared/formats/limits.ts';
import { problemList } from '#shared/formats/problem.ts';
import { attribute, child, childrenOf, parseXml } from '#shared/formats/xml/tree.ts';
import { entityBomb } from '#tests/fixtures/formats/universal-transfer.ts';

const parse = (text: string) => {
  const problems = problemList();
  const root = parseXml(text, problems);
  return { root, problems: problems.finish().map((each) => [each.code, each.line]) };
};

describe('XML', () => {
  it('gives elements, attributes, text and lines, whatever the line ends', () => {
    const { root, problems } = parse(
      '\uFEFF<?xml version="1.0"?>\r\n<!-- c -->\r\n<а б="1">\r\n<в/>\r\n<в>т</в></а>\r\n',
    );
    expect(problems).toEqual([]);
    expect([root?.name, root?.line, attribute(root, 'нет', 'б')]).toEqual(['а', 3, '1']);
    expect(childrenOf(root, 'в').map((each) => [each.line, each.text])).toEqual([
      [4, ''],
      [5, 'т'],
    ]);
  });

  it('reads characters given by number and by the five names, once', () => {
    const { root } = parse('<a b="&#233;&#x451;&quot;&amp;lt;">x &lt; y<![CDATA[&amp;<]]></a>');
    expect(attribute(root, 'b')).toBe('éё"&lt;');
    expect(root?.text).toBe('x < y&amp;<');
  });

  it('leaves unknown entities and impossible characters visible', () => {
    const { root, problems } = parse('<a b="&nbsp;&#0;&#xD800;&#1114112;"/>');
    expect(attribute(root, 'b')).toBe('&nbsp;\uFFFD\uFFFD\uFFFD');
    expect(problems).toEqual([['ENTITY_UNKNOWN', 1]]);
  });

  it.each([
    ['an entity bomb', entityBomb(), 'XML_DOCTYPE', 2],
    ['an external entity', '<!doctype a SYSTEM "file:///etc/passwd"><a/>', 'XML_DOCTYPE', 1],
    ['nothing', ' \n', 'FILE_EMPTY', null],
    ['a wrong end', '<a>\n<b></c>\n</a>', 'XML_MALFORMED', 2],
    ['an attribute twice', '<a x="1" x="2"/>', 'XML_MALFORMED', 1],
    ['two roots', '<a/>\n<b/>', 'XML_MALFORMED', 2],
    ['a cut', '<a>\n<b>', 'XML_TRUNCATED', 2],
    ['a cut inside a tag', '<a>\n<b c="', 'XML_TRUNCATED', 2],
    ['text alone', 'привет', 'XML_MALFORMED', 1],
    ['a reserved name', '<a __proto__="1"/>', 'XML_MALFORMED', null],
  ])('refuses %s', (_name, text, code, line) => {
    const { root, problems } = parse(text);
    expect(root).toBeNull();
    expect(problems).toEqual([[code, line]]);
  });

  it('bounds depth and number of elements', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parse(nested(XML_MAX_DEPTH)).problems).toEqual([]);
    expect(parse(nested(5_000)).problems).toEqual([['XML_TOO_DEEP', null]]);
    expect(parse(`<a>${'<b/>'.repeat(XML_MAX_NODES)}</a>`).problems).toEqual([['XML_TOO_MANY_NODES', null]]);
  });

  it('takes an attribute of ten megabytes in its stride', () => {
    const { root } = parse(`<a><b c="${'x'.repeat(10_000_000)}"/></a>`);
    expect(attribute(child(root, 'b'), 'c')).toHaveLength(10_000_000);
  });
});
