const pages = new Map([
  ['document', '/documents'],
  ['counterparty', '/counterparties'],
]);

/**
 * The page that a link such as `opora://document/<id>` opens, or undefined when it names nothing of ours. Only a known kind and an
 * id get through, so that a link on a foreign web page can open a record and do nothing else.
 */
export function pageOfLink(link: string): string | undefined {
  const [, kind, id] = /^opora:\/\/([a-z-]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(link) ?? [];
  const page = pages.get(kind?.toLowerCase() ?? '');
  return page === undefined || id === undefined ? undefined : `${page}/${id.toLowerCase()}`;
}
