import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';

/** Filled in next. */
export function CasesPage() {
  return <RegistrationFrame tab="cases">{null}</RegistrationFrame>;
}
