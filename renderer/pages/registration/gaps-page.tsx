import { RegistrationFrame } from '#renderer/pages/registration/registration-frame.tsx';

/** Filled in next. */
export function GapsPage() {
  return <RegistrationFrame tab="gaps">{null}</RegistrationFrame>;
}
