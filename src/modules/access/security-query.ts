import { SECURITY_EVENT_KINDS, type SecurityEventKind } from '#platform/accounts/security-event.ts'
import type { SecurityEventFilter } from '#platform/accounts/security-log.server.ts'
import { type Names, nameOfAccount } from './holding.ts'
import type { JournalAsked } from './journal-query.ts'

/** Parameters of the pages on which the security log is read. */
export const SECURITY_PARAMETERS = ['kas', 'ko', 'no', 'lidz', 'aiz']

/** What is looked for; a typed name is looked for among those who have an account here. */
export function securityFilterOf(
  { kas, ko, no, lidz }: JournalAsked,
  { municipalityId, names }: { municipalityId: string; names: Names },
): SecurityEventFilter {
  const wanted = kas.toLocaleLowerCase('lv')
  const isCalled = (id: string) => nameOfAccount(names, id).toLocaleLowerCase('lv').includes(wanted)
  return {
    municipalityId,
    accountIds:
      kas === '' ? undefined : Object.keys(names.accounts).filter((id) => id === kas || isCalled(id)),
    kind: SECURITY_EVENT_KINDS.find((kind) => kind === ko) satisfies SecurityEventKind | undefined,
    from: no || undefined,
    to: lidz || undefined,
  }
}
