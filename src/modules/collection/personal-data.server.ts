import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { findWritingOf } from './personal-data-store.server.ts'

/** What of persons stands in what institutions hand in: who did it, and when. */
export const collectionPersonalData: readonly PersonalDataEntry[] = [
  {
    key: 'collection.givers',
    tables: [
      'collection.edit',
      'collection.attempt',
      'collection.reply',
      'collection.handing_in',
      'collection.decision',
      'collection.data_call',
      'collection.poll_answer',
      'collection.analysis',
    ],
    title: 'collection.personal.title',
    purpose: 'collection.personal.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'collection.personal.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findWritingOf(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
]
