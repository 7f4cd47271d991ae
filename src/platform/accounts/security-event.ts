/** What the security log tells of, without passwords and codes. */
export const SECURITY_EVENT_KINDS = [
  'signedIn',
  'signedInByProvider',
  'passwordWrong',
  'codeWrong',
  'tooMany',
  'refusedEnded',
  'signedOut',
  'sessionEnded',
  'sessionsEnded',
  'passwordChanged',
  'resetAsked',
  'resetDone',
  'invited',
  'accepted',
  'codesSetUp',
  'codesRenewed',
  'codesRemoved',
  'recovered',
  'ended',
] as const
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number]
