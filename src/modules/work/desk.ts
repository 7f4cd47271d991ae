import type { Module, TaskWords, WorkMenuEntry } from '#platform/module.ts'
import { may, mayAnywhere, type User } from '#platform/users.ts'
import type { Task } from './task.ts'

/** What modules bring to the first page. */
export type Desk = {
  parts: readonly NonNullable<Module['desk']>[]
  /** What tasks ask for, by their kinds. */
  tasks: Readonly<Record<string, TaskWords>>
  /** Pages about the whole country, for those who may do something there. */
  countryPages: readonly WorkMenuEntry[]
  /** Pages of a municipality's workplace, for those who may do something there. */
  workPages: readonly WorkMenuEntry[]
}

export const deskOf = (modules: readonly Module[]): Pick<Desk, 'parts' | 'tasks'> => ({
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

/** Those of the country's pages on which somebody can do something. */
export const countryPagesFor = (pages: Desk['countryPages'], user: User) =>
  pages.filter(({ capabilities }) => capabilities.some((capability) => may(user, capability, 'country')))

/** Whether somebody can do something in a municipality's workplace: who only reads is not led to an empty one. */
export const hasWorkIn = (pages: Desk['workPages'], user: User, municipalityId: string): boolean =>
  pages.some(({ capabilities }) =>
    capabilities.some((capability) => mayAnywhere(user, capability, municipalityId)),
  )
