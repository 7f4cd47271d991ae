import type { CallMoments, CallState } from '../model.ts'

/** What can be done with a call now: it is prepared, waits for its day, takes answers, takes late ones, or is closed. */
export type Phase = 'draft' | 'waiting' | 'open' | 'late' | 'locked' | 'withdrawn'

/** In which phase a call is at an instant. The very second of a deadline is still in time, that of the lock is not. */
export function phaseOf(call: CallMoments & { state: CallState }, now: Date): Phase {
  if (call.state !== 'open') return call.state
  if (now < call.opensAt) return 'waiting'
  if (now >= call.locksAt) return 'locked'
  return now > call.dueAt ? 'late' : 'open'
}

/** Whether answers are taken at an instant. */
export const takesAnswers = (phase: Phase): boolean => phase === 'open' || phase === 'late'
