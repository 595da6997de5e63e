import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grid, para, wordFile } from '#tests/fixtures/templates/word-file.ts';
import { cleanHtml, docxToHtml } from './docx-html.ts';

const office = join(import.meta.dirname, '../../../../../shared/data/office');

describe('preview of a DOCX', () => {
  test('paragraphs and tables', async () => {
    const { html, problems } = await docxToHtml(wordFile(para('1 < 2 & <script>alert(1)</script>') + grid(['а', 'б'])));
    expect(problems).toEqual([]);
    expect(html).toBe(
      '<p>1 &lt; 2 &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p><table><tr><td><p>а</p></td><td><p>б</p></td></tr></table>',
    );
  });

  test('only listed elements and attributes are let through', () => {
    expect(
      cleanHtml(
        '<p onclick="x()" id="a">т<script src="x">y</script><img src="https://a.test/x.png"><img src="data:image/png;base64,AA=="><img src="data:image/svg+xml;base64,AA=="><a href="javascript:alert(1)">л</a><a href="https://a.test/?q=&quot;">л</a><iframe></p>',
      ),
    ).toBe(
      '<p id="a">тy<img><img src="data:image/png;base64,AA=="><img><a>л</a><a href="https://a.test/?q=&quot;">л</a></p>',
    );
    expect(cleanHtml('<<script>img src=x onerror=alert(1)>')).not.toContain('<img');
  });

  test('what is no document says why', async () => {
    expect(await docxToHtml(new TextEncoder().encode('просто текст'))).toMatchObject({
      html: '',
      problems: [{ code: 'DOCX_NOT_A_DOCUMENT' }],
    });
    expect(await docxToHtml(wordFile(para('т')).slice(0, 400))).toMatchObject({ problems: [{ code: 'DOCX_DAMAGED' }] });
  });

  test('real contracts have words and nothing that runs', async () => {
    if (!existsSync(office)) {
      console.log('skipped: ../shared/data/office is not here');
      return;
    }
    const names = readdirSync(join(office, 'contracts')).filter((name) => name.endsWith('.docx'));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const { html, problems } = await docxToHtml(readFileSync(join(office, 'contracts', name)));
      expect(problems, name).toEqual([]);
      expect(html.replace(/<[^>]*>/g, '').length, name).toBeGreaterThan(300);
      expect(html, name).not.toMatch(/<(?:script|iframe|object|style)|\son\w+=|javascript:|src="(?!data:image)/i);
    }
  }, 60_000);
});
