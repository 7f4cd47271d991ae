import type { Generated } from 'kysely'
import type { InnerChangingRow } from '../database/row-kinds.server.ts'
import type { Language } from '../texts/text.ts'
import type { SecurityEventKind } from './security-event.ts'

export interface AccountTables {
  'accounts.user_account': {
    id: string
    name: string
    email: string
    email_verified: boolean
    image: string | null
    created_at: Generated<Date>
    updated_at: Date
    two_factor_enabled: boolean | null
    language: Language
    is_demo: boolean
    ended_at: Date | null
  }
  'accounts.user_session': {
    id: string
    expires_at: Date
    token: string
    created_at: Generated<Date>
    updated_at: Date
    ip_address: string | null
    user_agent: string | null
    user_id: string
    is_confirmed: Generated<boolean>
  }
  'accounts.credential': {
    id: string
    account_id: string
    provider_id: string
    user_id: string
    password: string | null
    created_at: Generated<Date>
    updated_at: Date
  }
  'accounts.verification': { id: string; identifier: string; value: string; expires_at: Date }
  'accounts.two_factor': {
    id: string
    secret: string
    backup_codes: string
    user_id: string
    verified: boolean | null
  }
  'accounts.shown_code': { user_id: string; code: string; shown_at: Generated<Date> }
  'accounts.mailed_link': {
    token: string
    user_id: string
    kind: 'invitation' | 'reset'
    expires_at: Date
    created_at: Generated<Date>
  }
  'accounts.failure': { key: string; failures: number; failed_at: Date; blocked_until: Date }
}

export interface AccountHolderTables {
  'platform.account_holder': InnerChangingRow & {
    account_id: string
    name: string
    language: Language
    /** First day on which the account no longer works here. */
    ended_on: string | null
    /** False while somebody who works elsewhere has not agreed to work here. */
    is_accepted: boolean
  }
  'platform.account_address': InnerChangingRow & {
    account_id: string
    /** In small letters. */
    email: string
  }
}

export interface SecurityEventTables {
  'platform.security_event': {
    municipality_id: string
    id: string
    at: Generated<Date>
    kind: SecurityEventKind
    account_id: string | null
    actor: string | null
    tried: string | null
    client_address: string | null
    user_agent: string | null
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends AccountTables, AccountHolderTables, SecurityEventTables {}
}
