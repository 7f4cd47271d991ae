import { type Complaints, FormAnswer } from '../forms/form.ts'
import type { StoredProblem } from '../import/problems.ts'
import type { ColumnChange } from './undo.ts'

/** Of the form: whether its sender has seen what will change. */
export const CONFIRMED = '_confirmed'

/** An undo on its way: with what is wrong with the form, with the rules that it would break, or with what it would do. */
export class UndoAnswer extends FormAnswer {
  readonly problems: readonly StoredProblem[]
  /** What the row would be. */
  readonly preview: readonly ColumnChange[] | null

  constructor(
    status: FormAnswer['status'],
    entered: FormAnswer['entered'],
    {
      complaints = {},
      problems = [],
      preview = null,
    }: {
      complaints?: Complaints
      problems?: readonly StoredProblem[]
      preview?: readonly ColumnChange[] | null
    },
  ) {
    super(status, entered, complaints)
    this.problems = problems
    this.preview = preview
  }
}
