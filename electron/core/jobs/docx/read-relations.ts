import { readXml } from '#electron/core/jobs/docx/read-xml.ts';

/** Paths of a part's relations by the last word of their type («styles»); targets outside the file are left out. */
export function readRelations(text: string, folder: string): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  if (text === '') return paths;
  readXml(text, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes('TargetMode') === 'External') return;
      const type = attributes('Type') ?? '';
      const target = attributes('Target') ?? '';
      paths.set(type.slice(type.lastIndexOf('/') + 1), resolve(folder, target));
    },
    close: () => {},
    text: () => {},
  });
  return paths;
}

/** `../x.xml` seen from `word/` is `x.xml`; a leading slash means the root of the archive. */
function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
