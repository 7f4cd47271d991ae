import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { findReportsOf } from './personal-data-store.server.ts'

/** What of persons stands in reports: who froze them, asked for them and answered their questions. */
export const publishingPersonalData: readonly PersonalDataEntry[] = [
  {
    key: 'publishing.writers',
    tables: [
      'publishing.frozen_report',
      'publishing.report_run',
      'publishing.question_answer',
      'publishing.commentary',
    ],
    title: 'publishing.personal.title',
    purpose: 'publishing.personal.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'publishing.personal.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findReportsOf(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
]
