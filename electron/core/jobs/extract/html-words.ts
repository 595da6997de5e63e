import { decodeEntities } from '#shared/formats/xml/entities.ts';

/** The words of a page, for the search alone: nothing of it is ever shown. */
export function htmlWords(html: string): string {
  const bare = html
    .replace(/<(script|style|head|title)\b[^>]{0,2000}>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?(?:p|div|br|tr|li|h[1-6]|table|ul|ol)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ');
  return decodeEntities(bare.replace(/&nbsp;/gi, ' '), () => undefined)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
