let paper: CSSStyleSheet | null = null;
let plain: CSSStyleSheet | null = null;

const made = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

/** Pages under each other on the desk; colours come from the page around, which reach into the root as variables. */
export const sheetOfPaper = (): CSSStyleSheet => {
  paper ??= made(`
    :host { display: block; color: var(--op-paper-text); }
    .docx-wrapper { display: block; padding: 0; background: none; }
    .docx-wrapper > section.docx { box-sizing: border-box; margin: 0 auto 12px; background: var(--op-paper); box-shadow: var(--op-e2);
      overflow: hidden; overflow-wrap: break-word; }
    a { color: inherit; text-decoration: underline; }
    table { border-collapse: collapse; }
    ins { background: #ddf3e6; color: #0f5b39; text-decoration: underline; }
    del { background: #fce3e0; color: #9a2119; text-decoration: line-through; }
  `);
  return paper;
};

/** The same for a text without a layout of its own. */
export const plainSheet = (): CSSStyleSheet => {
  plain ??= made(`
    :host { display: block; color: var(--op-paper-text); }
    article { box-sizing: border-box; width: 794px; padding: 56px 72px; background: var(--op-paper);
      box-shadow: var(--op-e2); font: 400 15px / 23px var(--op-serif); overflow-wrap: break-word; }
    table { width: 100%; border-collapse: collapse; }
    td, th { padding: 4px 8px; border: 1px solid #c5ccd6; vertical-align: top; text-align: start; }
    img { max-width: 100%; }
  `);
  return plain;
};
