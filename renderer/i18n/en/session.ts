import type { English } from '#renderer/i18n/english.ts';
import type { session as source } from '#renderer/i18n/ru/session.ts';

export const session: English<typeof source> = {
  title: 'Sign in to Opora',
  demoTitle: 'Demo: choose a person',
  demoHint: 'No password is needed. The data is invented and stays on this computer.',
  login: 'Login',
  password: 'Password',
  signIn: 'Sign in',
  byPassword: 'Sign in with a password',
  byDemo: 'Choose a person',
  loginEmpty: 'Enter the login',
  passwordEmpty: 'Enter the password',
  offline: 'No link: those who have worked on this computer can sign in',
  lockedTitle: 'The window is locked',
  lockedHint: 'The exchange with the centre goes on. Unsaved work is in place.',
  unlock: 'Unlock',
  otherPerson: 'Sign in as somebody else',
  passphraseTitle: 'Key to the data',
  passphrase: 'Passphrase',
  role_administrator: 'Administrator',
  role_manager: 'Manager',
  role_accountant: 'Accountant',
  role_lawyer: 'Lawyer',
  role_clerk: 'Clerk',
  role_hr: 'HR',
  role_it: 'IT',
};
