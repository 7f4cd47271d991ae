import { type Gap, SMALL_GROUP } from './gaps.ts'
import type { SurveyGroup, SurveyTable } from './model.ts'

/** Whether enough answered for a headline to rest on them. */
export const isLarge = ({ respondents }: SurveyGroup) => respondents !== null && respondents >= SMALL_GROUP

const largeGroups = ({ groups }: SurveyTable): ReadonlySet<string> =>
  new Set(groups.flatMap((group) => (isLarge(group) ? group.code : [])))

/** Gaps between groups in which enough answered, and apart those with a small group in them. */
export function partGaps(table: SurveyTable, gaps: readonly Gap[]): { large: Gap[]; small: Gap[] } {
  const codes = largeGroups(table)
  const isOfLarge = ({ first, second }: Gap) => codes.has(first.group) && codes.has(second.group)
  return { large: gaps.filter(isOfLarge), small: gaps.filter((gap) => !isOfLarge(gap)) }
}

/** What is about groups in which enough answered, where there is any; else all of it. */
export function ofLarge<Told extends { group: string }>(table: SurveyTable, told: readonly Told[]): Told[] {
  const codes = largeGroups(table)
  const large = told.filter(({ group }) => codes.has(group))
  return large.length > 0 ? large : [...told]
}

/** Groups in which enough answered, and apart the others; all are among the large where none is. */
export function partGroups({ groups }: Pick<SurveyTable, 'groups'>) {
  const large = groups.filter(isLarge)
  return large.length > 0
    ? { large, small: groups.filter((group) => !isLarge(group)) }
    : { large: [...groups], small: [] }
}
