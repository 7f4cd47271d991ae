import { workingDayFrom, workingDayUntil } from '#modules/registry'
import { addDays } from '#platform/rights/day.ts'
import type { Round } from './round.ts'

export const STAGES = ['week', 'day', 'late', 'closing'] as const
/** A moment of reminding: a week and a day before the last day in time, after it, and before the round closes. */
export type Stage = (typeof STAGES)[number]

/** So many days before its last one a round is about to close. */
const DAYS_BEFORE_CLOSING = 2

/** From then on the deputy is told too, and the department whom it waits for. */
export const isLateStage = (stage: Stage) => stage === 'late' || stage === 'closing'

/**
 * The latest moment that has come on a working day, so that a morning on which nothing could be sent is made up for;
 * undefined before the first. None comes before the round has opened.
 */
export function stageOn(
  { opensOn, dueOn, closesOn }: Pick<Round, 'opensOn' | 'dueOn' | 'closesOn'>,
  today: string,
  holidays: ReadonlySet<string>,
): Stage | undefined {
  const late = workingDayFrom(addDays(dueOn, 1), holidays)
  const closing = workingDayUntil(addDays(closesOn, -DAYS_BEFORE_CLOSING), holidays)
  const days: [Stage, string][] = [
    ['week', workingDayUntil(addDays(dueOn, -7), holidays)],
    ['day', workingDayUntil(addDays(dueOn, -1), holidays)],
    ['late', late],
    // Of a round that closes with its last day in time there is nothing between.
    ...(closing > late ? [['closing', closing] as [Stage, string]] : []),
  ]
  return days.filter(([, day]) => opensOn < day && day <= today).at(-1)?.[0]
}
