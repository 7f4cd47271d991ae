import type { PersonalDataEntry } from '#platform/personal-data/entry.ts'
import { findRoundWritingOf } from './personal-data-store.server.ts'

/** What of persons stands in status rounds: who was asked, who reported, who decided, and when. */
export const roundPersonalData: readonly PersonalDataEntry[] = [
  {
    key: 'strategy.rounds',
    tables: [
      'strategy.round_action',
      'strategy.round_report',
      'strategy.round_decision',
      'strategy.round_link',
    ],
    title: 'strategy.round.personal.title',
    purpose: 'strategy.round.personal.purpose',
    basis: 'platform.personal.basis.task',
    people: 'platform.personal.people.accounts',
    fields: 'strategy.round.personal.fields',
    retention: 'platform.personal.retention.accountability',
    receivers: 'platform.personal.receivers.colleagues',
    find: async (tx, whose) => (whose.kind === 'account' ? findRoundWritingOf(tx, whose.accountId) : []),
    kept: 'platform.personal.kept.accountability',
  },
]
