import type { Module, TaskWords } from '#platform/module.ts'
import type { Task } from './task.ts'

/** What modules bring to the first page. */
export type Desk = {
  parts: readonly NonNullable<Module['desk']>[]
  /** What tasks ask for, by their kinds. */
  tasks: Readonly<Record<string, TaskWords>>
}

export const deskOf = (modules: readonly Module[]): Desk => ({
  parts: modules.flatMap(({ desk }) => desk ?? []),
  tasks: Object.assign({}, ...modules.map(({ tasks }) => tasks ?? {})) as Desk['tasks'],
})

export const TIMES = ['overdue', 'thisWeek', 'later', 'undated'] as const
/** When something is due: before today, until Sunday, afterwards, or on no day. */
export type Time = (typeof TIMES)[number]

/** When a task is due. @param today in the municipalities, `YYYY-MM-DD` */
export function timeOf({ dueOn }: Pick<Task, 'dueOn'>, today: string): Time {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'overdue'
  return dueOn <= sundayOf(today) ? 'thisWeek' : 'later'
}

/** The last day of the week of a day: weeks begin on Monday. */
function sundayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7))
  return date.toISOString().slice(0, 'YYYY-MM-DD'.length)
}
