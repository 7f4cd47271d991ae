import { type Complaints, FormAnswer } from '../forms/form.ts'
import type { StoredProblem } from '../import/problems.ts'

/** An undo that comes back: with what is wrong with the form, or with the rules that it would break. */
export class UndoAnswer extends FormAnswer {
  readonly problems: readonly StoredProblem[]

  constructor(
    status: FormAnswer['status'],
    entered: FormAnswer['entered'],
    { complaints = {}, problems = [] }: { complaints?: Complaints; problems?: readonly StoredProblem[] },
  ) {
    super(status, entered, complaints)
    this.problems = problems
  }
}
