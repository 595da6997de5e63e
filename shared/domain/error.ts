/**
 * One table of everything that can be refused. `can` is what the person can do about it:
 * fix the input, wait, ask somebody, or nothing but know. The words in both languages live in the windows' dictionaries.
 */
export const errors = {
  BAD_INPUT: { meaning: 'the arguments do not fit the schema of the command', can: 'fix' },
  TOO_LONG: { meaning: 'a text is longer than its field allows', can: 'fix' },
  BAD_REQUISITE: { meaning: 'a code (ИНН, КПП, ОГРН, БИК, account) does not pass its check', can: 'fix' },
  NOT_FOUND: { meaning: 'the record does not exist, or this person may not see it', can: 'know' },
  NOT_HERE: { meaning: 'the record is not on this workstation', can: 'wait' },
  DENIED: { meaning: 'the role does not allow this', can: 'ask' },
  ARCHIVED: { meaning: 'the record is archived and is not changed', can: 'fix' },
  ALREADY_EXISTS: { meaning: 'such a record exists already', can: 'know' },
  ALREADY_RESOLVED: { meaning: 'the conflict has been resolved by somebody else', can: 'know' },
  NO_ROUTE: { meaning: 'no approval route fits, and none was given', can: 'fix' },
  NO_APPROVER: { meaning: 'a step of the route has nobody to ask', can: 'ask' },
  ALREADY_RUNNING: { meaning: 'a round of approval is under way', can: 'know' },
  NOT_RUNNING: { meaning: 'the round of approval has ended', can: 'know' },
  NOT_YOUR_TURN: { meaning: 'the decision belongs to somebody else, or an earlier step is open', can: 'wait' },
  STALE_VERSION: { meaning: 'the content has changed since it was read', can: 'fix' },
  ALREADY_DECIDED: { meaning: 'this has been decided already', can: 'know' },
  REASON_NEEDED: { meaning: 'a return or a refusal says why', can: 'fix' },
  IN_APPROVAL: { meaning: 'the state of a document is set by its round of approval', can: 'know' },
  APPROVED_LOCKED: { meaning: 'the content of a registered contract is changed by an amendment only', can: 'fix' },
  NOT_APPROVED: { meaning: 'the contract has not been approved yet', can: 'wait' },
  WRONG_STAGE: { meaning: 'the contract is not at the stage that this follows', can: 'know' },
  CHECK_REQUIRED: { meaning: 'nothing is signed without a fresh check of the counterparty', can: 'fix' },
  STOP_LISTED: { meaning: 'the counterparty is on the stop list', can: 'ask' },
  SUBSTITUTE_AWAY: { meaning: 'the substitute is away at that time too', can: 'fix' },
  BAD_PERIOD: { meaning: 'the period ends before it begins, or has passed', can: 'fix' },
  TOO_LATE: { meaning: 'others have gone on from it: it cannot be taken back', can: 'know' },
  SERVICE_CLOSED: { meaning: 'the service is not offered any more', can: 'know' },
  NOT_FOR_YOU: { meaning: 'the service is for other branches, departments or roles', can: 'ask' },
  FORM_PROBLEMS: { meaning: 'what was filled in does not fit the form', can: 'fix' },
  FORM_FAULTS: { meaning: 'the form does not hold together', can: 'fix' },
  ROUTE_EMPTY: { meaning: 'a step of the service’s route has nobody to ask', can: 'fix' },
  QUEUE_EMPTY: { meaning: 'a queue without members answers nobody', can: 'fix' },
  QUEUE_NEEDED: { meaning: 'nobody would get the tickets: neither a queue nor a route', can: 'fix' },
  TASK_RING: { meaning: 'tasks wait for each other in a ring', can: 'fix' },
  EFFECT_FIELDS: { meaning: 'the form lacks the fields that the effect of the service needs', can: 'fix' },
  VACATION_OVERLAP: { meaning: 'another vacation of the person lies in the same days', can: 'fix' },
  SUBSTITUTE_IS_REQUESTER: { meaning: 'nobody stands in for themselves', can: 'fix' },
  NO_BALANCE: { meaning: 'more days than the person has', can: 'fix' },
  ALREADY_TAKEN: { meaning: 'a colleague has taken the ticket', can: 'know' },
  EMPLOYEE_AWAY: { meaning: 'the person is away and nobody stands in for them', can: 'fix' },
  TICKET_ENDED: { meaning: 'the ticket has ended', can: 'know' },
  TASKS_OPEN: { meaning: 'tasks of the ticket are not done yet', can: 'fix' },
  TASK_WAITS: { meaning: 'earlier tasks are not done yet', can: 'wait' },
  NOT_ASKED: { meaning: 'nothing is asked of the requester', can: 'know' },
  UNKNOWN_COMMAND: { meaning: 'the centre does not know this command or this version of it', can: 'ask' },
  MALFORMED: { meaning: 'the message cannot be read', can: 'ask' },
  HASH_MISMATCH: { meaning: 'the same command id came with other contents', can: 'ask' },
  DEPENDS_ON_REJECTED: { meaning: 'an earlier change that this one needs was refused', can: 'fix' },
  WITHDRAWN: { meaning: 'the person took the change back before the centre decided', can: 'know' },
  UNAUTHENTICATED: { meaning: 'the session has ended or never was', can: 'fix' },
  WRONG_PASSWORD: { meaning: 'the login or the password is wrong', can: 'fix' },
  TOO_MANY_ATTEMPTS: { meaning: 'too many attempts, try later', can: 'wait' },
  LOCKED: { meaning: 'the workstation is locked by its user', can: 'fix' },
  BLOCKED: { meaning: 'the employee is blocked', can: 'ask' },
  WRONG_ORGANIZATION: { meaning: 'the server belongs to another company', can: 'ask' },
  WRONG_PROTOCOL: {
    meaning: 'the versions of this workstation and of the centre do not understand each other',
    can: 'ask',
  },
  HISTORY_FORK: { meaning: 'the centre has another history than this workstation has seen', can: 'know' },
  CLIENT_FORKED: { meaning: 'another copy of this workstation has been working', can: 'know' },
  GAP: { meaning: 'commands are missing before this one', can: 'know' },
  LIMIT: { meaning: 'a limit of size or rate is exceeded', can: 'wait' },
  OFFLINE: { meaning: 'there is no link and this needs one', can: 'wait' },
  SERVER_UNREACHABLE: { meaning: 'the centre does not answer', can: 'wait' },
  DISK_FULL: { meaning: 'no space is left on the disk', can: 'fix' },
  DATABASE_BUSY: { meaning: 'another process holds the database', can: 'fix' },
  NEWER_DATA: { meaning: 'a later version of the program wrote this database', can: 'fix' },
  DATABASE_CORRUPT: { meaning: 'the database cannot be read', can: 'ask' },
  NOT_KNOWN_OFFLINE: { meaning: 'this person has never logged in here, and there is no link', can: 'wait' },
  DATABASE_KEY: { meaning: 'the key does not open the database', can: 'fix' },
  PROFILE_LOCATION: { meaning: 'the profile lies on a network or cloud folder', can: 'fix' },
  PROFILE_LOCKED: { meaning: 'the profile is open in another window of the program', can: 'fix' },
  FILE_UNREADABLE: { meaning: 'the file cannot be read', can: 'fix' },
  FILE_EMPTY: { meaning: 'nothing is in the file', can: 'fix' },
  FILE_TOO_LARGE: { meaning: 'the file is larger than allowed', can: 'fix' },
  FILE_NOT_HERE: { meaning: 'the file is still in the centre or on the way', can: 'wait' },
  FILE_REFUSED: { meaning: 'the file is a program, a script, or a page under the name of a paper', can: 'fix' },
  FILE_DAMAGED: { meaning: 'the file does not match its hash', can: 'ask' },
  UNKNOWN_FORMAT: { meaning: 'the kind of file is not known', can: 'fix' },
  NO_PROGRAM: { meaning: 'the system has no program for this kind of file', can: 'fix' },
  TEMPLATE_PROBLEMS: { meaning: 'the template cannot be filled as it is', can: 'fix' },
  CANCELLED: { meaning: 'stopped by the person', can: 'know' },
  INTERNAL: { meaning: 'a fault of the program', can: 'ask' },
} as const satisfies Record<string, { meaning: string; can: 'fix' | 'wait' | 'ask' | 'know' }>;

export type ErrorCode = keyof typeof errors;

/** A refusal that a person can understand: thrown inside `decide`, caught by its driver, never a crash. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;
  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
