import type { EditedTable } from '#platform/editing/edited-tables.ts'
import { WHO_DECIDES } from './round.ts'

/** What the history says of rounds. */
export const editedRoundTables: Readonly<Record<string, EditedTable>> = {
  'strategy.status_round': {
    key: ['key'],
    hasId: true,
    stream: 'planning',
    name: 'strategy.round',
    labels: {
      title_lv: 'strategy.round.titleLv',
      title_en: 'strategy.round.titleEn',
      as_of: 'strategy.round.asOf',
      opens_on: 'strategy.round.opensOn',
      due_on: 'strategy.round.dueOn',
      closes_on: 'strategy.round.closesOn',
      decided_by: 'strategy.round.decidedBy',
    },
    words: {
      decided_by: (value) => {
        const known = WHO_DECIDES.find((one) => one === value)
        return known && `strategy.round.decidedBy.${known}`
      },
    },
  },
}
