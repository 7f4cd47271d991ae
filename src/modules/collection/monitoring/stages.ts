import { workingDayFrom, workingDaysAfter, workingDayUntil } from '#modules/registry'
import { addDays } from '#platform/rights/day.ts'

/** Days before the last one, and after it, on which somebody who has not handed in is reminded. */
const BEFORE = [7, 3, 1, 0] as const
const AFTER = [1, 3, 7] as const
/** So many working days late others are told: the head of the institution and who answers for the call; the head of education. */
const TOLD_NEAR = 3
const TOLD_HIGH = 7

/** A moment of reminding, by how far it is from the last day: `-3` is three days before. */
export type Stage = (typeof AFTER)[number] | -7 | -3 | -1 | 0

type Dates = {
  /** First day of the call, and the last day in time of an institution, `YYYY-MM-DD`. */
  opensOn: string
  dueOn: string
}

/** Each stage with its day: never a weekend or a holiday, but the working day before, or after where it is late. */
function stagesOf({ dueOn }: Dates, holidays: ReadonlySet<string>): { stage: Stage; on: string }[] {
  return [
    ...BEFORE.map((days) => ({
      stage: (days === 0 ? 0 : -days) as Stage,
      on: workingDayUntil(addDays(dueOn, -days), holidays),
    })),
    ...AFTER.map((days) => ({ stage: days as Stage, on: workingDayFrom(addDays(dueOn, days), holidays) })),
  ]
}

/**
 * What somebody is to be reminded of on a working day: the latest stage whose day has come, so that a morning on which
 * nothing could be sent is made up for, and two that fall on one day are one. None of before the call began.
 */
export function stageOn(dates: Dates, today: string, holidays: ReadonlySet<string>): Stage | undefined {
  return stagesOf(dates, holidays)
    .filter(({ on }) => dates.opensOn <= on && on <= today)
    .at(-1)?.stage
}

/** Who else is told that an institution is late. */
export type Escalation = 'near' | 'high'

/** Whether others are to be told of an institution from this very day on: on the third working day, and on the seventh. */
export function escalationBegins(
  dueOn: string,
  today: string,
  holidays: ReadonlySet<string>,
): Escalation | undefined {
  if (workingDaysAfter(dueOn, TOLD_HIGH, holidays) === today) return 'high'
  return workingDaysAfter(dueOn, TOLD_NEAR, holidays) === today ? 'near' : undefined
}
