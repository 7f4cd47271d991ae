import type { Answer } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'

type ValueRow = CollectionTables['collection.submission_value']

/** The columns of a value that hold its answer. */
export type AnswerColumns = Pick<
  ValueRow,
  'kind' | 'number' | 'numerator' | 'denominator' | 'day' | 'choice' | 'content' | 'missing' | 'reason'
>

const NOTHING = {
  number: null,
  numerator: null,
  denominator: null,
  day: null,
  choice: null,
  content: null,
  missing: null,
  reason: null,
}

/** An answer as it is stored; what is missing is stored under the kind that its field would have. */
export function columnsOf(kind: ValueRow['kind'], answer: Answer): AnswerColumns {
  switch (answer.kind) {
    case 'count':
    case 'money':
      return { ...NOTHING, kind, number: answer.number }
    case 'share':
      return { ...NOTHING, kind, numerator: answer.numerator, denominator: answer.denominator }
    case 'date':
      return { ...NOTHING, kind, day: answer.day }
    case 'choice':
      return { ...NOTHING, kind, choice: answer.choice }
    case 'text':
      return { ...NOTHING, kind, content: answer.text }
    case 'photo':
      return { ...NOTHING, kind, content: answer.fileId }
    case 'missing':
      return { ...NOTHING, kind, missing: answer.missing, reason: answer.reason }
  }
}

/** What stands in a stored value. */
export function answerOf(row: AnswerColumns): Answer {
  if (row.missing !== null) return { kind: 'missing', missing: row.missing, reason: row.reason ?? '' }
  switch (row.kind) {
    case 'count':
    case 'money':
      return { kind: row.kind, number: row.number ?? 0 }
    case 'share':
      return { kind: 'share', numerator: row.numerator ?? 0, denominator: row.denominator ?? 0 }
    case 'date':
      return { kind: 'date', day: row.day ?? '' }
    case 'choice':
      return { kind: 'choice', choice: row.choice ?? '' }
    case 'text':
      return { kind: 'text', text: row.content ?? '' }
    case 'photo':
      return { kind: 'photo', fileId: row.content ?? '' }
  }
}
