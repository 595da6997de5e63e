import DOMPurify from 'dompurify';

/** What a letter may be made of: text, tables and pictures that came with it. No forms, frames, scripts, sounds or drawings. */
const tags =
  'a abbr address article b bdi bdo blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  );
const attributes =
  'abbr align alt bgcolor border cellpadding cellspacing color cols colspan data-style dir face height hspace lang nowrap reversed rows rowspan scope size span src start title type valign value vspace width'.split(
    ' ',
  );
/** Looks that stay inside of their element and load nothing. */
const looks = new Set(
  'background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width border-width color direction display font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-width min-width padding padding-bottom padding-left padding-right padding-top text-align text-decoration text-decoration-line text-indent text-transform vertical-align white-space width word-break'.split(
    ' ',
  ),
);
const shownDisplays = new Set([
  'block',
  'inline',
  'inline-block',
  'table',
  'table-row',
  'table-cell',
  'none',
  'list-item',
]);

export interface MailPage {
  nodes: DocumentFragment;
  /** Pictures that lie somewhere on the network: they are never fetched, their sender would learn who reads what and when. */
  outside: number;
}

/**
 * The page of a letter without anything that runs, loads or leads anywhere. Pictures that came with the letter are shown; `pictureOf` gives their address by
 * their content id. Styles are set one by one: the window's strict policy allows no others.
 */
export function mailPage(html: string, pictureOf: (contentId: string) => string | undefined): MailPage {
  // As an attribute `style` would be refused, and reported, by the policy of the window already while it is being read.
  const quiet = html.replace(/\sstyle\s*=/gi, ' data-style=');
  const nodes = DOMPurify.sanitize(quiet, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // Of all attributes only an address may lead somewhere.
    ADD_URI_SAFE_ATTR: attributes.filter((name) => name !== 'src'),
    ALLOWED_URI_REGEXP: /^(?:cid:|data:image\/(?:png|jpe?g|gif|bmp|webp);base64,)/i,
    RETURN_DOM_FRAGMENT: true,
    FORBID_CONTENTS: [
      'style',
      'script',
      'title',
      'template',
      'noscript',
      'svg',
      'math',
      'object',
      'iframe',
      'select',
      'textarea',
    ],
  });
  let outside = [...quiet.matchAll(/<img\b[^>]*\bsrc\s*=\s*["']?\s*(?:https?:)?\/\//gi)].length;
  for (const element of nodes.querySelectorAll<HTMLElement>('*')) {
    const style = element.getAttribute('data-style');
    element.removeAttribute('data-style');
    if (style !== null) setLooks(element, style);
    const source = element.getAttribute('src');
    if (element.nodeName !== 'IMG') {
      element.removeAttribute('src');
      continue;
    }
    if (!element.hasAttribute('alt')) element.setAttribute('alt', '');
    if (source === null) continue;
    const address = /^cid:/i.test(source) ? pictureOf(decodeURIComponent(source.slice(4))) : source;
    if (address) element.setAttribute('src', address);
    else {
      element.removeAttribute('src');
      outside += /^cid:/i.test(source) ? 0 : 1;
    }
  }
  return { nodes, outside };
}

function setLooks(element: HTMLElement, style: string): void {
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim();
    if (!looks.has(name) || /url\(|expression|image|var\(|[\\<>]/i.test(value)) continue;
    if (name === 'display' && !shownDisplays.has(value.toLowerCase())) continue;
    element.style.setProperty(name, value);
  }
}
