import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { findAccountabilityOf } from './accountable-store.server.ts'

/** What of persons stands beside a plan: who answers for what. */
export const accountablePersonalData: readonly PersonalDataEntry[] = [
  {
    key: 'strategy.accountable',
    tables: ['strategy.action_accountable'],
    title: 'strategy.personal.accountable.title',
    purpose: 'strategy.personal.accountable.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'strategy.personal.accountable.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findAccountabilityOf(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
]
