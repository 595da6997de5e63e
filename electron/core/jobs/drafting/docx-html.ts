import mammoth from 'mammoth';
import { openParts } from '#electron/core/jobs/docx/open-parts.ts';
import { asBuffer } from '#electron/core/jobs/drafting/read-template.ts';
import { Refusal } from '#shared/domain/error.ts';

export interface DocxHtml {
  /** A fragment without scripts, handlers, outside images and addresses other than http(s) and mailto; empty when it cannot be read. */
  html: string;
  problems: { code: string; params?: Record<string, unknown> }[];
}

/** Pictures of a preview, all together: beyond it their place stays empty. */
const picturesMaxBytes = 8 * 1024 * 1024;
const shown = /^image\/(?:png|jpeg|gif|bmp|webp)$/;

/** HTML of a DOCX for the preview and the search. A file that cannot be read comes back as a problem, never as an exception. */
export async function docxToHtml(bytes: Uint8Array): Promise<DocxHtml> {
  try {
    openParts(bytes);
    let pictures = 0;
    const result = await mammoth.convertToHtml(
      { buffer: asBuffer(bytes) },
      {
        // A link to a file beside the document must not make the program read it.
        externalFileAccess: false,
        styleMap: ['u => u', 'strike => s'],
        convertImage: mammoth.images.imgElement(async (image) => {
          const content = shown.test(image.contentType) ? await image.readAsBase64String() : '';
          pictures += content.length;
          const fits = content !== '' && pictures <= picturesMaxBytes;
          return { src: fits ? `data:${image.contentType};base64,${content}` : '' };
        }),
      },
    );
    return { html: cleanHtml(result.value), problems: [] };
  } catch (error) {
    const known = error instanceof Refusal ? error.details?.['problem'] : undefined;
    return { html: '', problems: [{ code: typeof known === 'string' ? known : 'DOCX_DAMAGED' }] };
  }
}

const elements = new Set(
  'p br h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr td th strong em u s sub sup a img blockquote pre'.split(' '),
);
const attributes: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:|mailto:|#)/i,
  src: /^data:image\/(?:png|jpeg|gif|bmp|webp);base64,[A-Za-z0-9+/=]*$/,
  id: /^[\w-]{1,200}$/,
  colspan: /^\d{1,4}$/,
  rowspan: /^\d{1,4}$/,
};

/**
 * Lets through the elements and attributes of the lists only. The converter writes well-formed tags with escaped text, so a tag is what
 * stands between angle brackets; the view that shows it has no scripts either.
 */
export function cleanHtml(html: string): string {
  return html.replace(/<(\/?)([a-zA-Z][\w-]*)([^<>]*?)(\/?)>|<[^>]*>?/g, (_whole, closing, name, rest, selfClosed) => {
    const element = typeof name === 'string' ? name.toLowerCase() : '';
    if (!elements.has(element)) return '';
    if (closing) return `</${element}>`;
    const kept = [...String(rest).matchAll(/([\w-]+)="([^"]*)"/g)]
      .filter(([, key = '', value = '']) => attributes[key.toLowerCase()]?.test(value))
      .map(([, key, value]) => ` ${key?.toLowerCase()}="${value}"`);
    return `<${element}${kept.join('')}${selfClosed ? ' /' : ''}>`;
  });
}
