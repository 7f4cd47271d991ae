import { municipalDay } from '#platform/rights/day.ts'
import type { CallMoments } from '../model.ts'
import { type Asked, dueOf } from './completeness.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * How many days after its last one an institution handed in for the first time, or how many it is late by now; 0 while it
 * is in time.
 */
export function daysLate(call: Pick<CallMoments, 'dueAt'>, asked: Asked, now: Date): number {
  const due = dueOf(call, asked)
  const at = asked.firstHandedInAt ?? now
  if (at <= due) return 0
  const days = (Date.parse(municipalDay(at)) - Date.parse(municipalDay(due))) / DAY_MS
  // On the very day, but after the hour: it is late all the same.
  return Math.max(1, days)
}
