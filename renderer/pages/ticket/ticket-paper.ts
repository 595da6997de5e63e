/** Everything that goes to paper, already in words. */
export interface TicketPaper {
  language: 'ru' | 'en';
  organization: string;
  title: string;
  subject: string;
  facts: readonly (readonly [caption: string, value: string])[];
  values: readonly (readonly [caption: string, value: string])[];
  courseTitle: string;
  course: readonly { at: string; who: string; text: string }[];
  foot: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);

const style = `
@page { size: A4; margin: 18mm 16mm; }
body { margin: 0; color: #000; font: 11pt/1.4 "Golos Text Variable", Arial, sans-serif; }
h1 { margin: 0 0 2mm; font-size: 15pt; line-height: 1.25; }
h2 { margin: 7mm 0 2mm; font-size: 11pt; }
p { margin: 0 0 2mm; }
.company { color: #444; font-size: 9pt; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 1.4mm 2mm 1.4mm 0; border-bottom: 0.2mm solid #bbb; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap; }
th { width: 34%; color: #444; font-weight: 400; }
.course td { font-size: 9pt; }
.course td:first-child { width: 30mm; white-space: nowrap; }
.course td:nth-child(2) { width: 42mm; }
tr { break-inside: avoid; }
footer { margin-top: 8mm; color: #444; font-size: 8pt; }
`;

const pairs = (rows: TicketPaper['facts']): string =>
  rows
    .map(([caption, value]) => `<tr><th scope="row">${escaped(caption)}</th><td>${escaped(value)}</td></tr>`)
    .join('');

/** A ticket as a page of its own: what was asked, by whom, how it went. Internal notes are never on it. */
export function ticketPaper(paper: TicketPaper): string {
  const course = paper.course
    .map((line) => `<tr><td>${escaped(line.at)}</td><td>${escaped(line.who)}</td><td>${escaped(line.text)}</td></tr>`)
    .join('');
  return `<!doctype html>
<html lang="${paper.language}">
<head><meta charset="utf-8"><title>${escaped(paper.title)}</title><style>${style}</style></head>
<body>
<p class="company">${escaped(paper.organization)}</p>
<h1>${escaped(paper.title)}</h1>
<p>${escaped(paper.subject)}</p>
<table>${pairs(paper.facts)}${pairs(paper.values)}</table>
${course === '' ? '' : `<h2>${escaped(paper.courseTitle)}</h2><table class="course">${course}</table>`}
<footer>${escaped(paper.foot)}</footer>
</body>
</html>`;
}
