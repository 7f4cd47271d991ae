import { z } from 'zod'
import type { Complaints, FieldMeta } from '#platform/forms/form.ts'
import { instantOf } from '#platform/moment.ts'
import type { CallTemplate } from './template.ts'

const date = (label: FieldMeta['label']) => z.string().meta({ label } satisfies FieldMeta)

/** Dates that a template suggests. */
export const templateDates = {
  opensAt: date('collection.call.opensAt'),
  dueAt: date('collection.call.dueAt'),
  locksAt: date('collection.call.locksAt'),
}

type Dates = Pick<CallTemplate, 'opensAt' | 'dueAt' | 'locksAt'>

/** What is wrong with suggested dates: clocks do not show them, or they are out of order. */
export function complaintsOfDates(dates: Dates): Complaints {
  const complaints: Record<string, Complaints[string]> = {}
  for (const name of ['opensAt', 'dueAt', 'locksAt'] as const) {
    const at = instantOf(dates[name])
    if (typeof at === 'string') complaints[name] = [{ reason: at }]
  }
  const [opensAt, dueAt, locksAt] = [dates.opensAt, dates.dueAt, dates.locksAt].map(instantOf)
  if (opensAt instanceof Date && dueAt instanceof Date && dueAt <= opensAt)
    complaints.dueAt ??= [{ reason: 'collection.call.dueAt.early' }]
  if (dueAt instanceof Date && locksAt instanceof Date && locksAt < dueAt)
    complaints.locksAt ??= [{ reason: 'collection.call.locksAt.early' }]
  return complaints
}
