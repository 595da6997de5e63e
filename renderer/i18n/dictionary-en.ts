import type { russian } from '#renderer/i18n/dictionary-ru.ts';
import { admin } from '#renderer/i18n/en/admin.ts';
import { approval } from '#renderer/i18n/en/approval.ts';
import { builder } from '#renderer/i18n/en/builder.ts';
import { card } from '#renderer/i18n/en/card.ts';
import { common } from '#renderer/i18n/en/common.ts';
import { compare } from '#renderer/i18n/en/compare.ts';
import { contract } from '#renderer/i18n/en/contract.ts';
import { contracts } from '#renderer/i18n/en/contracts.ts';
import { control } from '#renderer/i18n/en/control.ts';
import { counterparties } from '#renderer/i18n/en/counterparties.ts';
import { diagnostics } from '#renderer/i18n/en/diagnostics.ts';
import { discipline } from '#renderer/i18n/en/discipline.ts';
import { documents } from '#renderer/i18n/en/documents.ts';
import { drafting } from '#renderer/i18n/en/drafting.ts';
import { errors } from '#renderer/i18n/en/errors.ts';
import { exchange } from '#renderer/i18n/en/exchange.ts';
import { files } from '#renderer/i18n/en/files.ts';
import { form } from '#renderer/i18n/en/form.ts';
import { frame } from '#renderer/i18n/en/frame.ts';
import { grid } from '#renderer/i18n/en/grid.ts';
import { imports } from '#renderer/i18n/en/imports.ts';
import { intake } from '#renderer/i18n/en/intake.ts';
import { journals } from '#renderer/i18n/en/journals.ts';
import { keys } from '#renderer/i18n/en/keys.ts';
import { palette } from '#renderer/i18n/en/palette.ts';
import { portal } from '#renderer/i18n/en/portal.ts';
import { preview } from '#renderer/i18n/en/preview.ts';
import { print } from '#renderer/i18n/en/print.ts';
import { problems } from '#renderer/i18n/en/problems.ts';
import { queues } from '#renderer/i18n/en/queues.ts';
import { record } from '#renderer/i18n/en/record.ts';
import { recovery } from '#renderer/i18n/en/recovery.ts';
import { register } from '#renderer/i18n/en/register.ts';
import { registration } from '#renderer/i18n/en/registration.ts';
import { relations } from '#renderer/i18n/en/relations.ts';
import { reports } from '#renderer/i18n/en/reports.ts';
import { requisites } from '#renderer/i18n/en/requisites.ts';
import { search } from '#renderer/i18n/en/search.ts';
import { session } from '#renderer/i18n/en/session.ts';
import { settings } from '#renderer/i18n/en/settings.ts';
import { signatures } from '#renderer/i18n/en/signatures.ts';
import { status } from '#renderer/i18n/en/status.ts';
import { substitution } from '#renderer/i18n/en/substitution.ts';
import { tables } from '#renderer/i18n/en/tables.ts';
import { talk } from '#renderer/i18n/en/talk.ts';
import { told } from '#renderer/i18n/en/told.ts';
import { transfers } from '#renderer/i18n/en/transfers.ts';
import { vacations } from '#renderer/i18n/en/vacations.ts';
import { values } from '#renderer/i18n/en/values.ts';
import { work } from '#renderer/i18n/en/work.ts';
import type { English } from '#renderer/i18n/english.ts';

/** Every word of the windows in English; a missing namespace or key fails the type check. */
export const english: { [N in keyof typeof russian]: English<(typeof russian)[N]> } = {
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
