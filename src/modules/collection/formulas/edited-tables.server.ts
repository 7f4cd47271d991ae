import type { EditedTable } from '#platform/editing/edited-tables.ts'
import { observeAll } from '../life/observe.server.ts'

/** What the history says of formulas. What a formula gives follows it when it is changed back. */
export const editedFormulaTables: Readonly<Record<string, EditedTable>> = {
  'collection.formula': {
    key: ['id'],
    hasId: true,
    stream: 'figures',
    name: 'collection.formula',
    labels: {
      numerator: 'collection.formula.numerator',
      denominator: 'collection.formula.denominator',
    },
    settle: observeAll,
  },
}
