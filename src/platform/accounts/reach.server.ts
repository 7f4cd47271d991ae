import { ACCOUNTS_ROLE, MEMBER_ROLE } from '../database/role-names.ts'
import { PRESENT, type ReachOf, type SpecialTable } from '../rights/declaration.ts'
import { reached } from '../rights/policies.ts'
import type { AccountHolderTables, AccountTables, SecurityEventTables } from './tables.server.ts'

/** Tables that the accounts' own role has to itself. */
const hidden = (on: string, unsaved?: string): SpecialTable => ({
  special: 'passwords, sessions and codes are seen by the role of accounts and by nobody else',
  isOfNobody: true,
  rights: [
    `grant select, insert, update, delete on ${on} to ${ACCOUNTS_ROLE}`,
    `create policy accounts_all on ${on} to ${ACCOUNTS_ROLE} using (true) with check (true)`,
  ],
  audit: { noAudit: 'what is done to accounts stands in the security log, without passwords' },
  ...(unsaved === undefined ? {} : { unsaved }),
})

const SIGNED_IN = 'everybody signs in again when a database was restored'

const EVENT = 'platform.security_event'
const readsAccounts = reached(
  { from: 'country', reach: 'municipality' },
  'platform.account.read',
  'subselect',
)
const isOwn = `account_id = (select current_setting('izaugsme.account', true))`
const isOld = `at < now() - interval '12 months'`

export const accountsReach: ReachOf<AccountTables & AccountHolderTables & SecurityEventTables> = {
  'platform.account_holder': {
    from: 'country',
    reach: 'municipality',
    read: PRESENT,
    write: 'platform.account.edit',
    published: 'no',
    writing: 'change',
    own: { column: 'account_id' },
    forgets: 'names of persons are kept in one place, and only as they are now',
    audit: 'audit',
  },
  'platform.account_address': {
    from: 'country',
    reach: 'municipality',
    read: 'platform.account.read',
    write: 'platform.account.edit',
    published: 'no',
    writing: 'change',
    own: { column: 'account_id' },
    forgets: 'addresses of persons are kept in one place, and only as they are now',
    audit: 'audit',
  },
  [EVENT]: {
    special: 'accounts write it, nobody changes it, and what is older than a year may only go',
    rights: [
      `grant select on ${EVENT} to ${MEMBER_ROLE}`,
      `create policy member_select on ${EVENT} for select to ${MEMBER_ROLE} using (${readsAccounts} or ${isOwn})`,
      `grant insert (municipality_id, id, kind, account_id, actor, tried, client_address, user_agent) on ${EVENT} to ${ACCOUNTS_ROLE}`,
      `create policy accounts_insert on ${EVENT} for insert to ${ACCOUNTS_ROLE} with check (true)`,
      `grant select (at) on ${EVENT} to ${ACCOUNTS_ROLE}`,
      `create policy accounts_select on ${EVENT} for select to ${ACCOUNTS_ROLE} using (${isOld})`,
      `grant delete on ${EVENT} to ${ACCOUNTS_ROLE}`,
      `create policy accounts_delete on ${EVENT} for delete to ${ACCOUNTS_ROLE} using (${isOld})`,
    ],
    audit: { noAudit: 'it is a journal of its own' },
  },
  'accounts.user_account': hidden('accounts.user_account'),
  'accounts.user_session': hidden('accounts.user_session', SIGNED_IN),
  'accounts.credential': hidden('accounts.credential'),
  'accounts.verification': hidden('accounts.verification', SIGNED_IN),
  'accounts.two_factor': hidden('accounts.two_factor'),
  'accounts.shown_code': hidden('accounts.shown_code'),
  'accounts.mailed_link': hidden('accounts.mailed_link', SIGNED_IN),
  'accounts.failure': hidden('accounts.failure', 'it is gone tomorrow'),
}
