let paper: CSSStyleSheet | null = null;
let plain: CSSStyleSheet | null = null;
let mail: CSSStyleSheet | null = null;

/** Places that were found: a root of its own is reached by styles of its own only. */
const found = `
    ::highlight(op-found) { background-color: rgb(224 154 31 / 0.32); }
    ::highlight(op-found-now) { background-color: rgb(224 120 20 / 0.45); }
`;

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
    ${found}
  `);
  return paper;
};

/** The same for a text without a layout of its own. */
export const plainSheet = (): CSSStyleSheet => {
  plain ??= made(`
    :host { display: block; color: var(--op-paper-text); }
    article { box-sizing: border-box; width: 794px; margin: 0 auto 12px; padding: 56px 72px; background: var(--op-paper);
      box-shadow: var(--op-e2); font: 400 15px / 23px var(--op-serif); overflow-wrap: break-word; }
    h1, h2, h3, h4 { font-size: 17px; line-height: 24px; }
    h1 { font-size: 22px; line-height: 30px; }
    article > * { content-visibility: auto; contain-intrinsic-size: auto 40px; }
    table { width: 100%; border-collapse: collapse; }
    td, th { padding: 4px 8px; border: 1px solid #c5ccd6; vertical-align: top; text-align: start; }
    img { max-width: 100%; }
    ${found}
  `);
  return plain;
};

/** Under the page of a letter: what its sender has not said. */
export const mailSheet = (): CSSStyleSheet => {
  mail ??= made(`
    :host { display: block; color: var(--op-paper-text); font: 400 13px / 20px var(--op-font); overflow-wrap: break-word; }
    .plain { white-space: pre-wrap; }
    a { color: inherit; text-decoration: underline; }
    img { max-width: 100%; height: auto; }
    blockquote { margin: 8px 0 8px 2px; padding-left: 10px; border-left: 2px solid #c5ccd6; }
    ${found}
  `);
  return mail;
};
