/** One field that an order changes. `from` is absent when nothing is known of the former value. */
export interface FieldChange {
  field: string;
  from?: unknown;
  to: unknown;
}

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});

/** What a person sees first of a new record; the rest is in its card. */
const telling = {
  'document.create': ['kind', 'number', 'subject', 'amount', 'dueDate', 'note'],
  'document.import': ['kind', 'number', 'subject', 'amount'],
  'counterparty.create': ['name', 'legalForm', 'inn', 'kpp', 'ogrn', 'phone', 'email'],
  'bank_account.add': ['account', 'bik', 'bankName'],
  'comment.add': ['text'],
  'view.save': ['name'],
} as const;

/** The fields an order of the outbox writes, in the order they are told; names only, no words. */
export function changesOf(command: string, args: unknown): FieldChange[] {
  const given = bag(args);
  if (Object.hasOwn(telling, command)) {
    const fields = telling[command as keyof typeof telling];
    const told = fields
      .filter((field) => given[field] !== null && given[field] !== undefined && given[field] !== '')
      .map((field): FieldChange => ({ field, to: given[field] }));
    if (command === 'document.import' && Array.isArray(given['lines']) && given['lines'].length > 0)
      told.push({ field: 'lines', to: given['lines'].length });
    return told;
  }
  if (command.endsWith('.update')) {
    const base = bag(given['base']);
    return Object.entries(bag(given['patch'])).map(([field, to]) =>
      Object.hasOwn(base, field) ? { field, from: base[field], to } : { field, to },
    );
  }
  if (command === 'conflict.resolve')
    return Object.entries(bag(given['choices'])).map(([field, to]) => ({ field, to }));
  if (command === 'attachment.add' && Array.isArray(given['files']))
    return [{ field: 'files', to: given['files'].map((file) => String(bag(file)['name'] ?? '')) }];
  return [];
}

/** How an order about a new record calls it, while no row with a title is there. */
export function titleIn(args: unknown): string | null {
  const given = bag(args);
  const title = given['subject'] ?? given['name'];
  return typeof title === 'string' && title !== '' ? title : null;
}

/** Bytes of the files an order brings along; they travel beside it. */
export function fileBytes(command: string, args: unknown): number {
  const given = bag(args);
  const files = command === 'attachment.add' ? given['files'] : given['file'] ? [given['file']] : [];
  if (!Array.isArray(files)) return 0;
  return files.reduce<number>((sum, file) => sum + (Number(bag(file)['size']) || 0), 0);
}
