import type { EditedTable } from '#platform/editing/edited-tables.ts'

/** What the history says of an analysis. */
export const editedAnalysisTables: Readonly<Record<string, EditedTable>> = {
  'collection.analysis': {
    key: ['id'],
    stream: 'collection',
    name: 'collection.analyses.row',
    labels: {
      question: 'collection.analyses.question',
      data_as_of: 'collection.analyses.asOf',
      steps: 'collection.analyses.steps',
      result: 'collection.analyses.result',
      review_note: 'collection.analyses.note',
    },
  },
}
