import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { findLivesOf } from './life-store.server.ts'

/** What of persons stands in findings: to whom they are entrusted. */
export const findingsPersonalData: readonly PersonalDataEntry[] = [
  {
    key: 'findings.entrusted',
    tables: ['findings.life'],
    title: 'findings.personal.title',
    purpose: 'findings.personal.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'findings.personal.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findLivesOf(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
]
