import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { findSaidBy } from './consultation-store.server.ts'

/** What of persons stands in plans: who has submitted, said and agreed, and who does a task, in words. */
export const alignmentPersonalData: readonly PersonalDataEntry[] = [
  {
    key: 'strategy.plans',
    tables: ['strategy.plan', 'strategy.plan_item', 'strategy.consultation'],
    title: 'strategy.alignment.personal.title',
    purpose: 'strategy.alignment.personal.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'strategy.alignment.personal.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findSaidBy(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
]
