import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { findMarksBy } from './duties/duty-store.server.ts'
import { findNotifications } from './notification-store.server.ts'
import { findReportsOf } from './report-store.server.ts'
import { findTasksOf } from './task-store.server.ts'

/** More than anybody was ever told. */
const MOST = 10_000

/** What of persons stands in tasks and in messages. */
export const workPersonalData: readonly PersonalDataEntry[] = [
  {
    key: 'work.tasks',
    tables: ['work.task'],
    title: 'work.personal.tasks.title',
    purpose: 'work.personal.tasks.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'work.personal.tasks.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findTasksOf(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
  {
    key: 'work.duties',
    tables: ['work.duty_done', 'work.own_duty'],
    title: 'work.personal.duties.title',
    purpose: 'work.personal.duties.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'work.personal.duties.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findMarksBy(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
  {
    key: 'work.notices',
    tables: ['work.notification', 'work.mail_preference', 'work.personal_key'],
    title: 'work.personal.notices.title',
    purpose: 'work.personal.notices.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'work.personal.notices.fields',
    retention: 'platform.personal.retention.work',
    receivers: 'platform.personal.receivers.self',
    find: async (tx, whose) => (whose.kind === 'account' ? findNotifications(tx, whose.accountId, MOST) : []),
    kept: 'work.personal.notices.kept',
  },
  {
    key: 'work.messages',
    tables: ['work.report', 'work.answer', 'identity.report_contact'],
    title: 'work.personal.messages.title',
    purpose: 'work.personal.messages.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.visitors',
    fields: 'work.personal.messages.fields',
    retention: 'work.personal.messages.retention',
    receivers: 'work.personal.messages.receivers',
    find: async (tx, whose) => (whose.kind === 'account' ? findReportsOf(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
]
