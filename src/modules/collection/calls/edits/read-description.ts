import type { Typed } from '#platform/editing/edit.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { instantOf } from '#platform/moment.ts'
import { parsePeriod } from '#platform/period.ts'
import type { DataCall } from '../../model.ts'
import { Found, localIn, typedIn } from './typed.ts'

/** What of a call is typed on its first page. */
export type Description = Pick<
  DataCall,
  | 'title'
  | 'purpose'
  | 'legalBasis'
  | 'use'
  | 'period'
  | 'opensAt'
  | 'dueAt'
  | 'locksAt'
  | 'responsibleId'
  | 'deputyId'
  | 'estimatedMinutes'
>

const MOST_MINUTES = 6000

/**
 * A description as it was typed, or everything that is wrong with it.
 *
 * @param period of a call whose period can no longer be changed
 */
export function readDescription(
  typed: Typed,
  period?: string,
): { description: Description } | { complaints: Complaints } {
  const found = new Found()
  const text = (name: string) => {
    const read = localIn(typed, name)
    if (read === null) found.add(`${name}_lv`, { reason: 'platform.form.missing' })
    return read ?? { lv: '', en: '' }
  }
  const at = (name: string) => {
    const read = instantOf(typedIn(typed, name))
    if (read instanceof Date) return read
    found.add(name, { reason: typedIn(typed, name) === '' ? 'platform.form.missing' : read })
    return undefined
  }
  const asked = period ?? typedIn(typed, 'period')
  if (parsePeriod(asked) === null) found.add('period', { reason: 'collection.call.period.form' })
  const minutes = typedIn(typed, 'estimated_minutes')
  const estimatedMinutes = /^\d{1,4}$/.test(minutes) ? Number(minutes) : 0
  if (estimatedMinutes < 1 || estimatedMinutes > MOST_MINUTES)
    found.add('estimated_minutes', { reason: 'collection.call.minutes.form' })
  const [opensAt, dueAt, locksAt] = [at('opens_at'), at('due_at'), at('locks_at')]
  if (opensAt && dueAt && dueAt <= opensAt) found.add('due_at', { reason: 'collection.call.dueAt.early' })
  if (dueAt && locksAt && locksAt < dueAt) found.add('locks_at', { reason: 'collection.call.locksAt.early' })
  const responsibleId = typedIn(typed, 'responsible_id') || null
  const deputyId = typedIn(typed, 'deputy_id') || null
  if (deputyId !== null && deputyId === responsibleId)
    found.add('deputy_id', { reason: 'collection.call.deputy.same' })
  const texts = { title: text('title'), purpose: text('purpose'), use: text('use') }
  const legalBasis = text('legal_basis')
  if (!found.isEmpty || !opensAt || !dueAt || !locksAt) return { complaints: found.complaints }
  const moments = { opensAt, dueAt, locksAt }
  return {
    description: {
      ...texts,
      legalBasis,
      ...moments,
      period: asked,
      responsibleId,
      deputyId,
      estimatedMinutes,
    },
  }
}
