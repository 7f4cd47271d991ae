import { MEMBER_ROLE, PUBLIC_ROLE } from '#platform/database/role-names.ts'
import { PRESENT, type ReachOf, type SpecialTable } from '#platform/rights/declaration.ts'
import { heldOverCountry, reached } from '#platform/rights/policies.ts'
import type { AnswerTables } from './answer-tables.server.ts'
import type { DutyTables } from './duties/tables.server.ts'
import type { NotificationTables } from './notification-tables-store.server.ts'
import type { ReportTables } from './report-store.server.ts'
import type { TaskTables } from './task-tables.server.ts'

const CONTACT = 'identity.report_contact'
const answers = reached({ from: 'country', reach: 'municipality' }, 'work.report.read', 'subselect')
const isErasable = `(${heldOverCountry('work.contact.erase', 'subselect')} and erase_on <= current_date)`

const sends = heldOverCountry('work.letter.send', 'subselect')
const isOwn = "account_id = (select current_setting('izaugsme.account', true))"

/** A table of what is one account's own, which the process uses as well. */
const ofAccount = (on: string, why: string): SpecialTable => ({
  special: 'an account’s own, whatever its municipality; the process uses it to write letters',
  isOfNobody: true,
  rights: [
    `grant select, insert, update on ${on} to ${MEMBER_ROLE}`,
    `create policy member_select on ${on} for select to ${MEMBER_ROLE} using (${isOwn} or ${sends})`,
    `create policy member_insert on ${on} for insert to ${MEMBER_ROLE} with check (${isOwn} or ${sends})`,
    `create policy member_update on ${on} for update to ${MEMBER_ROLE} using (${isOwn} or ${sends}) with check (${isOwn} or ${sends})`,
  ],
  audit: { noAudit: why },
})

const keys = ofAccount('work.personal_key', 'a secret must be in no journal')

export const workReach: ReachOf<TaskTables & ReportTables & AnswerTables & NotificationTables & DutyTables> =
  {
    'work.duty': { national: true, write: 'registry.edit', audit: 'audit' },
    'work.own_duty': {
      from: 'municipality',
      reach: 'municipality',
      read: 'work.duty.read',
      write: 'work.duty.edit',
      published: 'flag',
      writing: 'change',
      audit: 'audit',
    },
    'work.duty_done': {
      from: 'municipality',
      reach: 'institution',
      read: 'work.duty.read',
      write: 'work.duty.edit',
      published: 'flag',
      writing: 'append',
      audit: 'audit',
    },
    'work.notification': {
      from: 'country',
      reach: 'municipality',
      read: 'work.letter.send',
      write: PRESENT,
      published: 'no',
      writing: 'change',
      own: { column: 'account_id', mayChange: true },
      forgets: 'that it was read or sent is of no use afterwards',
      audit: { noAudit: 'it tells of what is audited itself' },
    },
    'work.mail_preference': ofAccount(
      'work.mail_preference',
      'which letters somebody wants is their own affair',
    ),
    'work.personal_key': {
      ...keys,
      // A secret that anybody may have seen goes with the account, and when it is recovered.
      rights: [
        ...keys.rights,
        `grant delete on work.personal_key to ${MEMBER_ROLE}`,
        `create policy member_delete on work.personal_key for delete to ${MEMBER_ROLE} using (${isOwn})`,
      ],
    },
    'work.task': {
      // Who answers messages about pages of the whole country has tasks as well.
      from: 'country',
      reach: 'person',
      read: 'work.task.read',
      write: 'work.task.edit',
      published: 'no',
      writing: 'change',
      own: { column: 'account_id', mayChange: true },
      forgets: 'what is done with stays in the journal, and nobody asks how a task was worded before',
      audit: 'audit',
    },
    'work.report': {
      from: 'country',
      reach: 'municipality',
      read: 'work.report.read',
      write: 'work.report.edit',
      published: 'no',
      writing: 'change',
      forgets: 'its words stay as they were sent, and the journal knows who gave, answered and closed it',
      audit: { noAudit: 'who sends it has no account; who closes it leaves a change' },
      publicMayInsert: ['municipality_id', 'id', 'kind', 'address', 'about', 'content', 'language'],
      own: { column: 'account_id' },
      memberMayUpdate: ['state', 'account_id', 'close_reason', 'revision', 'change_id'],
    },
    'work.answer': {
      from: 'country',
      reach: 'municipality',
      read: 'work.report.read',
      write: 'work.report.edit',
      published: 'no',
      writing: 'change',
      forgets: 'an answer is given once and not changed afterwards',
      audit: 'audit',
    },
    'work.correction': {
      from: 'country',
      reach: 'municipality',
      read: 'work.report.read',
      write: 'work.report.edit',
      published: 'flag',
      writing: 'change',
      audit: 'audit',
    },
    'identity.report_contact': {
      special: 'visitors put it in, nobody changes it, and it is erased on its day and not before',
      rights: [
        `grant insert (municipality_id, report_id, contact) on ${CONTACT} to ${PUBLIC_ROLE}`,
        `create policy public_insert on ${CONTACT} for insert to ${PUBLIC_ROLE} with check (true)`,
        `grant select, delete on ${CONTACT} to ${MEMBER_ROLE}`,
        `create policy member_select on ${CONTACT} for select to ${MEMBER_ROLE} using (${answers} or ${isErasable})`,
        `create policy member_delete on ${CONTACT} for delete to ${MEMBER_ROLE} using ${isErasable}`,
      ],
      audit: { noAudit: 'who sends it has no account, and the journal could not be erased' },
    },
  }
