import type { Generated } from 'kysely'
import type { NotificationKind } from './notification.ts'

export interface NotificationTables {
  'work.notification': {
    municipality_id: string
    id: string
    account_id: string
    kind: NotificationKind
    subject: string
    address: string | null
    task_id: string | null
    due_on: string | null
    once: string | null
    at: Generated<Date>
    read_at: Date | null
    mailed_at: Date | null
  }
  'work.mail_preference': {
    account_id: string
    kind: NotificationKind
    wants_mail: boolean
    changed_at: Generated<Date>
  }
  'work.personal_key': {
    account_id: string
    purpose: KeyPurpose
    secret: string
    made_at: Generated<Date>
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends NotificationTables {}
}

export type KeyPurpose = 'calendar' | 'mail'
