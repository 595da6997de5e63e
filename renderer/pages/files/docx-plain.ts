import { ask } from '#renderer/data/core.ts';
import { type DocumentProblem, documentProblems } from '#shared/domain/redline.ts';

interface Showing {
  gone: () => boolean;
  show: (article: HTMLElement) => void;
}

/**
 * Shows a DOCX as the core reads it: first its words, which are there at once, then with tables and pictures. Resolves with the problem when nobody can read
 * it. A file inside of another one is not known to the core.
 */
export async function showPlain(attachmentId: string | undefined, showing: Showing): Promise<DocumentProblem | null> {
  if (!attachmentId) return 'DOCX_TOO_LARGE';
  const { blocks, problem } = await ask('files.words', { attachmentId });
  const hasWords = blocks.length > 0;
  if (hasWords) {
    const paragraphs = blocks.map(({ heading, text }) => {
      const paragraph = document.createElement(heading ? 'h3' : 'p');
      paragraph.textContent = text;
      return paragraph;
    });
    showing.show(articleOf(paragraphs));
  }
  if (showing.gone()) return null;
  const read = await ask('files.html', { attachmentId });
  if (!read.html.trim())
    return hasWords
      ? null
      : (documentProblems.find((one) => one === (problem ?? read.problems[0]?.code)) ?? 'DOCX_DAMAGED');
  const page = new DOMParser().parseFromString(read.html, 'text/html').body;
  for (const link of page.querySelectorAll('a')) link.removeAttribute('href');
  for (const image of page.querySelectorAll('img:not([alt])')) image.setAttribute('alt', '');
  showing.show(articleOf([...page.children]));
  return null;
}

/** A long article costs no more than what of it is in sight: its sheet says that the rest is laid out when it comes there. */
function articleOf(elements: readonly Element[]): HTMLElement {
  const article = document.createElement('article');
  article.append(...elements);
  return article;
}
