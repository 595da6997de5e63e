import { admin } from '#renderer/i18n/ru/admin.ts';
import { approval } from '#renderer/i18n/ru/approval.ts';
import { builder } from '#renderer/i18n/ru/builder.ts';
import { card } from '#renderer/i18n/ru/card.ts';
import { common } from '#renderer/i18n/ru/common.ts';
import { compare } from '#renderer/i18n/ru/compare.ts';
import { contract } from '#renderer/i18n/ru/contract.ts';
import { contracts } from '#renderer/i18n/ru/contracts.ts';
import { control } from '#renderer/i18n/ru/control.ts';
import { counterparties } from '#renderer/i18n/ru/counterparties.ts';
import { diagnostics } from '#renderer/i18n/ru/diagnostics.ts';
import { discipline } from '#renderer/i18n/ru/discipline.ts';
import { documents } from '#renderer/i18n/ru/documents.ts';
import { drafting } from '#renderer/i18n/ru/drafting.ts';
import { errors } from '#renderer/i18n/ru/errors.ts';
import { exchange } from '#renderer/i18n/ru/exchange.ts';
import { files } from '#renderer/i18n/ru/files.ts';
import { form } from '#renderer/i18n/ru/form.ts';
import { frame } from '#renderer/i18n/ru/frame.ts';
import { grid } from '#renderer/i18n/ru/grid.ts';
import { imports } from '#renderer/i18n/ru/imports.ts';
import { intake } from '#renderer/i18n/ru/intake.ts';
import { journals } from '#renderer/i18n/ru/journals.ts';
import { keys } from '#renderer/i18n/ru/keys.ts';
import { palette } from '#renderer/i18n/ru/palette.ts';
import { portal } from '#renderer/i18n/ru/portal.ts';
import { preview } from '#renderer/i18n/ru/preview.ts';
import { print } from '#renderer/i18n/ru/print.ts';
import { problems } from '#renderer/i18n/ru/problems.ts';
import { queues } from '#renderer/i18n/ru/queues.ts';
import { record } from '#renderer/i18n/ru/record.ts';
import { recovery } from '#renderer/i18n/ru/recovery.ts';
import { register } from '#renderer/i18n/ru/register.ts';
import { registration } from '#renderer/i18n/ru/registration.ts';
import { relations } from '#renderer/i18n/ru/relations.ts';
import { reports } from '#renderer/i18n/ru/reports.ts';
import { requisites } from '#renderer/i18n/ru/requisites.ts';
import { search } from '#renderer/i18n/ru/search.ts';
import { session } from '#renderer/i18n/ru/session.ts';
import { settings } from '#renderer/i18n/ru/settings.ts';
import { signatures } from '#renderer/i18n/ru/signatures.ts';
import { status } from '#renderer/i18n/ru/status.ts';
import { substitution } from '#renderer/i18n/ru/substitution.ts';
import { tables } from '#renderer/i18n/ru/tables.ts';
import { talk } from '#renderer/i18n/ru/talk.ts';
import { told } from '#renderer/i18n/ru/told.ts';
import { transfers } from '#renderer/i18n/ru/transfers.ts';
import { vacations } from '#renderer/i18n/ru/vacations.ts';
import { values } from '#renderer/i18n/ru/values.ts';
import { work } from '#renderer/i18n/ru/work.ts';

/** Every word of the windows in Russian, by namespace. The English dictionary must have the same namespaces and keys. */
export const russian = {
  card,
  common,
  documents,
  errors,
  files,
  form,
  frame,
  grid,
  imports,
  intake,
  tables,
  keys,
  palette,
  print,
  problems,
  requisites,
  search,
  session,
  counterparties,
  exchange,
  record,
  settings,
  signatures,
  status,
  admin,
  approval,
  compare,
  contract,
  contracts,
  control,
  discipline,
  drafting,
  substitution,
  values,
  work,
  told,
  portal,
  preview,
  queues,
  builder,
  vacations,
  recovery,
  diagnostics,
  register,
  registration,
  journals,
  relations,
  reports,
  talk,
  transfers,
};
