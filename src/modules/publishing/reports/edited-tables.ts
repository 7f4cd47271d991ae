import type { EditedTable } from '#platform/editing/edited-tables.ts'

/** What the history says of reports that are being written. */
export const editedReportTables: Readonly<Record<string, EditedTable>> = {
  'publishing.commentary': {
    key: ['report_id', 'section', 'language'],
    stream: 'reports',
    name: 'publishing.commentary.row',
    labels: { words: 'publishing.commentary.words' },
  },
  'publishing.question_answer': {
    key: ['report_id', 'section', 'question'],
    stream: 'reports',
    name: 'publishing.questions.row',
    labels: {
      said: 'publishing.questions.said',
      verdict: 'publishing.questions.verdict',
      words: 'publishing.questions.words',
    },
    words: {
      verdict: (value) =>
        value === 'keep' || value === 'drop' ? `publishing.questions.verdict.${value}` : undefined,
    },
  },
}
