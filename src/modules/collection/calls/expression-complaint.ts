import type { Complaint } from '#platform/forms/form.ts'
import type { CallForm } from '../model.ts'

/** What is wrong with an expression over a form, and where in it; undefined when it can be read. */
export function expressionComplaint(
  expression: string,
  _form: Pick<CallForm, 'elements'>,
): Complaint | undefined {
  return expression.trim() === '' ? { reason: 'platform.form.missing' } : undefined
}
