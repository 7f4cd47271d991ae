import type { Complaint } from '#platform/forms/form.ts'
import { problemsOfComputed, problemsOfExpression } from '../checks/index.ts'
import type { CallForm } from '../model.ts'

type Asked = Pick<CallForm, 'elements'>

/** What is wrong with a check over a form, with the place in it; undefined when it can be read. */
export function expressionComplaint(expression: string, form: Asked): Complaint | undefined {
  if (expression.trim() === '') return undefined
  const [first] = problemsOfExpression(expression, form)
  if (!first) return undefined
  return { reason: first.reason, values: { ...first.values, place: first.at + 1 } }
}

/** What is wrong with what elements compute of each other, each with the element or column that has the formula. */
export const computedComplaints = ({ elements }: Asked): (Complaint & { of: string })[] =>
  [...problemsOfComputed(elements)].flatMap(([of, [first]]) =>
    first ? [{ of, reason: first.reason, values: { ...first.values, place: first.at + 1 } }] : [],
  )
