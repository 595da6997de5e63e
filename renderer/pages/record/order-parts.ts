/** One field that an order changes. `from` is absent when nothing is known of the former value. */
export interface FieldChange {
  field: string;
  from?: unknown;
  /** There was a former value, and the reader may not see it any more. */
  hidden?: true;
  to: unknown;
}

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});

/** What a person sees first of a new record or an event; the rest is in its card. An empty list: its name says it all. */
const telling = {
  'attachment.assign': ['ofId'],
  'document.create': ['kind', 'number', 'subject', 'amount', 'dueDate', 'note'],
  'document.import': ['kind', 'number', 'subject', 'amount'],
  'document.import-row': ['kind', 'number', 'date', 'subject', 'amount'],
  'counterparty.merge': ['id'],
  'counterparty.distinguish': ['otherId', 'distinct'],
  'control.put': ['dueDate', 'responsibleId', 'comment'],
  'control.move': ['dueDate', 'reason'],
  'control.done': ['doneOn', 'note', 'answerId'],
  'control.reopen': ['reason'],
  'originals.send': ['place', 'dueOn', 'comment'],
  'originals.receive': ['place', 'comment'],
  'originals.lose': ['reason'],
  'originals.keep': ['place'],
  'counterparty.create': ['name', 'legalForm', 'inn', 'kpp', 'ogrn', 'phone', 'email'],
  'bank_account.add': ['account', 'bik', 'bankName'],
  'comment.add': ['text'],
  'view.save': ['name'],
  'import_mapping.save': ['name'],
  'approval.submit': ['routeId', 'note'],
  'approval.delegate': ['employeeId', 'comment'],
  'approval.add-approver': ['employeeId', 'comment'],
  'approval.cancel': ['reason'],
  'acknowledgement.request': ['employeeIds', 'deadlineMinutes', 'note'],
  'decision.make': ['verdict', 'versionNumber', 'comment'],
  'contract.advance': ['to', 'date', 'number', 'comment'],
  'key_date.add': ['kind', 'title', 'date', 'responsibleId'],
  'key_date.settle': ['done'],
  'obligation.add': ['kind', 'title', 'side', 'dueDate', 'amount'],
  'obligation.settle': ['state', 'doneOn', 'doneDocumentId'],
  'protocol_item.add': ['clause', 'title', 'choice', 'state'],
  'document_link.add': ['kind', 'otherId'],
  'counterparty_check.add': ['result', 'source', 'checkedOn', 'validUntil', 'comment'],
  'substitution.create': ['substituteId', 'from', 'to', 'kinds', 'reason'],
  'working_calendar.save': ['year', 'days', 'source'],
  'branch.create': ['name', 'code', 'city'],
  'branch.archive': ['archived'],
  'department.create': ['name', 'branchId', 'headId', 'parentId'],
  'department.archive': ['archived'],
  'employee.create': ['fullName', 'position', 'branchId', 'departmentId', 'login', 'roles'],
  'approval_route.create': ['name', 'conditions', 'steps'],
  'approval_route.archive': ['archived'],
  'field_definition.create': ['label', 'kinds', 'type', 'required'],
  'field_definition.archive': ['archived'],
  'journal.create': ['name', 'index', 'kinds', 'pattern'],
  'journal.archive': ['archived'],
  'journal.lease': ['journalId', 'count'],
  'journal.return': [],
  'case_file.create': ['index', 'title', 'year', 'retention'],
  'document.register': ['journalId', 'caseFileId', 'date', 'insteadOf'],
  'registration.void': ['reason'],
  'number.explain': ['from', 'to', 'reason', 'note'],
  'document_kind.create': ['label', 'base', 'key'],
  'document_kind.publish': ['note'],
  'document_kind.archive': ['archived'],
  'template.offer': ['kinds'],
  'print_form.save': ['form'],
  'print_form.reset': ['form'],
  'clause.create': ['category', 'title', 'text'],
  'clause.archive': ['archived'],
  'service.create': ['name', 'category', 'description'],
  'service.publish': ['note'],
  'service.archive': ['archived'],
  'queue.create': ['name', 'members', 'leadId'],
  'queue.archive': ['archived'],
  'sla_policy.create': ['name', 'calendar'],
  'sla_policy.archive': ['archived'],
  'canned_reply.create': ['title', 'text'],
  'canned_reply.archive': ['archived'],
  'article.create': ['title', 'keywords'],
  'article.archive': ['archived'],
  'recurring_ticket.create': ['title', 'serviceId', 'every'],
  'recurring_ticket.archive': ['archived'],
  'vacation_grant.create': ['employeeId', 'from', 'days', 'note'],
  'vacation_grant.archive': ['archived'],
  'vacation.plan': ['employeeId', 'type', 'from', 'to'],
  'vacation.unplan': [],
  'favourite.mark': ['serviceId', 'marked'],
  'ticket.create': ['serviceId', 'title', 'priority'],
  'ticket.update': ['patch'],
  'ticket.take': [],
  'ticket.assign': ['employeeId'],
  'ticket.transfer': ['queueId', 'note'],
  'ticket.stage': ['stage'],
  'ticket.decline': ['reason'],
  'ticket.prioritize': ['priority'],
  'ticket.log-time': ['minutes', 'note'],
  'ticket.reply': ['next', 'text'],
  'ticket.answer': ['text'],
  'ticket.note': ['text'],
  'ticket.resolve': ['solution'],
  'ticket.confirm': ['rating', 'comment'],
  'ticket.reopen': ['reason'],
  'ticket.cancel': ['reason'],
  'ticket.resubmit': ['note'],
  'ticket.merge': ['intoId'],
  'ticket.split': ['title', 'serviceId'],
  'ticket.link': ['otherId', 'kind', 'linked'],
  'ticket.watch': ['employeeId', 'watching'],
  'ticket_task.add': ['title', 'queueId', 'employeeId'],
  'ticket_task.settle': ['done', 'note'],
  'work.snooze': ['items', 'until'],
  'work.wake': ['items'],
} as const;

/**
 * The fields an order of the outbox writes, in the order they are told; names only, no words. `formerHidden`: what its author had seen was
 * taken out of it.
 */
export function changesOf(command: string, args: unknown, formerHidden = false): FieldChange[] {
  const given = bag(args);
  if (Object.hasOwn(telling, command)) {
    // What was filled into a form has keys of its own, which are no fields of the order.
    const isForm = command.startsWith('ticket.') || command.startsWith('recurring_ticket.');
    const values = isForm ? given : { ...given, ...bag(given['values']) };
    const fields: readonly string[] = telling[command as keyof typeof telling];
    const told = fields
      .filter((field) => values[field] !== null && values[field] !== undefined && values[field] !== '')
      .map((field): FieldChange => ({ field, to: values[field] }));
    if (command === 'document.import' && Array.isArray(given['lines']) && given['lines'].length > 0)
      told.push({ field: 'lines', to: given['lines'].length });
    return told;
  }
  if (command.endsWith('.update')) {
    const base = bag(given['base']);
    return Object.entries(bag(given['patch'])).map(([field, to]): FieldChange => {
      if (!Object.hasOwn(base, field)) return { field, to };
      return formerHidden ? { field, to, hidden: true } : { field, from: base[field], to };
    });
  }
  if (command === 'conflict.resolve')
    return Object.entries(bag(given['choices'])).map(([field, to]) => ({ field, to }));
  if (command === 'attachment.add' && Array.isArray(given['files']))
    return [{ field: 'files', to: given['files'].map((file) => String(bag(file)['name'] ?? '')) }];
  if (command === 'attachment.add-version') {
    const files: FieldChange = { field: 'files', to: [String(bag(given['file'])['name'] ?? '')] };
    return given['note'] ? [files, { field: 'note', to: given['note'] }] : [files];
  }
  return [];
}

/** How an order about a new record calls it, while no row with a title is there. */
export function titleIn(args: unknown): string | null {
  const given = bag(args);
  const title = given['subject'] ?? given['name'] ?? given['fullName'] ?? given['label'] ?? given['title'];
  return typeof title === 'string' && title !== '' ? title : null;
}

/** Bytes of the files an order brings along; they travel beside it. */
export function fileBytes(command: string, args: unknown): number {
  const given = bag(args);
  const files = command === 'attachment.add' ? given['files'] : given['file'] ? [given['file']] : [];
  if (!Array.isArray(files)) return 0;
  return files.reduce<number>((sum, file) => sum + (Number(bag(file)['size']) || 0), 0);
}
