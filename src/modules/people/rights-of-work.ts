import type { Role } from '#platform/rights/roles.ts'
import { ROLE_OF_CHARGE, ROLE_OF_JOB } from './derived-grants.ts'
import type { AssignmentKind, Job } from './model.ts'

type PostRow = { job: Job; institution_id: string; valid_to: string | null }
type ChargeRow = { kind: AssignmentKind; group_id: string | null; valid_to: string | null }

/** A right that follows from work that has not ended: what the work is called, where it is, and the role. */
export type RightOfWork = { what: string; where: string; role: Role }

/** Rights that follow from what somebody works as and is charged with, today or later. */
export function rightsOfWork(
  { posts, charges }: { posts: readonly PostRow[]; charges: readonly ChargeRow[] },
  today: string,
  nameOf: (row: PostRow | ChargeRow) => { what: string; where: string },
): RightOfWork[] {
  const rows = [...posts, ...charges].filter(({ valid_to }) => valid_to === null || today < valid_to)
  return rows.map((row) => ({
    ...nameOf(row),
    role: 'job' in row ? ROLE_OF_JOB[row.job] : ROLE_OF_CHARGE[row.kind],
  }))
}
