import { OfficeMarkup, type ScopeData, stringValue, type Tag, TextPlugin, xml } from 'easy-template-x';

const markup = new OfficeMarkup();

/** The library's text with line breaks put where the tag stood: its own come at the end of the run, behind the words after the tag. */
export class LineTextPlugin extends TextPlugin {
  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    const text = stringValue(data.getScopeData());
    if (tag.placement !== 'TextNode' || !text.includes('\n')) {
      super.simpleTagReplacements(tag, data);
      return;
    }
    const holder = markup.query.containingTextNode(tag.xmlTextNode);
    const prefix = holder.nodeName.split(':')[0] ?? 'w';
    const [first = '', ...lines] = text.split('\n');
    tag.xmlTextNode.textContent = first;
    markup.modify.setSpacePreserveAttribute(holder);
    let after: Parameters<typeof xml.modify.insertAfter>[1] = holder;
    for (const line of lines) {
      const lineBreak = xml.create.generalNode(`${prefix}:br`);
      const next = xml.create.generalNode(`${prefix}:t`, { attributes: {}, childNodes: [] });
      xml.modify.appendChild(next, xml.create.textNode(line));
      markup.modify.setSpacePreserveAttribute(next);
      xml.modify.insertAfter(lineBreak, after);
      xml.modify.insertAfter(next, lineBreak);
      after = next;
    }
  }
}
