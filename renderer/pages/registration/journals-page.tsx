import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';

/** Filled in next. */
export function JournalsPage() {
  return <RegistrationFrame tab="journals">{null}</RegistrationFrame>;
}
