import type { Complaint } from '#platform/forms/form.ts'
import type { CallForm, DataCall } from '../model.ts'
import { computedComplaints, expressionComplaint } from './expression-complaint.ts'

type Opening = {
  call: DataCall
  form: CallForm
  /** How many institutions it asks today. */
  asked: number
  /** Keys that the audience names and nobody has. */
  unknown: readonly string[]
  /** Accounts that may accept what is handed in. */
  mayAccept: ReadonlySet<string>
  now: Date
}

/** Why a call cannot be opened as it stands: all reasons at once. */
export function problemsOfOpening(opening: Opening): Complaint[] {
  return [...ofWhom(opening), ...ofDates(opening), ...ofElements(opening), ...ofChecks(opening)]
}

function ofWhom({ call, asked, unknown, mayAccept }: Opening): Complaint[] {
  const { responsibleId, deputyId } = call
  const complaints: Complaint[] = []
  if (asked === 0) complaints.push({ reason: 'collection.opening.nobody' })
  if (unknown.length > 0)
    complaints.push({ reason: 'collection.opening.unknown', values: { names: unknown.join(', ') } })
  if (responsibleId === null) complaints.push({ reason: 'collection.opening.noResponsible' })
  else if (!mayAccept.has(responsibleId)) complaints.push({ reason: 'collection.opening.responsible' })
  if (deputyId !== null && !mayAccept.has(deputyId)) complaints.push({ reason: 'collection.opening.deputy' })
  return complaints
}

function ofDates({ call: { opensAt, dueAt, locksAt }, now }: Opening): Complaint[] {
  const complaints: Complaint[] = []
  if (!(opensAt < dueAt && dueAt <= locksAt)) complaints.push({ reason: 'collection.opening.order' })
  if (dueAt <= now) complaints.push({ reason: 'collection.opening.past' })
  return complaints
}

function ofElements({ form: { elements } }: Opening): Complaint[] {
  if (elements.length === 0) return [{ reason: 'collection.opening.nothing' }]
  return elements
    .filter(({ isMinimum, reason }) => !isMinimum && reason === null)
    .map(({ name }) => ({ reason: 'collection.opening.noReason', values: { element: name.lv } }))
}

function ofChecks({ form }: Opening): Complaint[] {
  const computed = computedComplaints(form).map(({ of }) => ({
    reason: 'collection.opening.computed' as const,
    values: { element: of },
  }))
  const checks = form.checks
    .filter(({ expression }) => expressionComplaint(expression, form) !== undefined)
    .map(({ expression }) => ({ reason: 'collection.opening.check' as const, values: { expression } }))
  return [...computed, ...checks]
}
