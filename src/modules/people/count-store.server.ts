import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { PeopleTables } from './tables.server.ts'

type Own = Db<PeopleTables>

/** How many learners an institution had on a day, in a grade or in no grade at all. */
export type GradeCount = { institutionId: string; grade: number | null; count: number }
/** How many people who work at an institution had a post on a day. */
export type StaffCount = { institutionId: string; count: number }

/**
 * Learners of institutions on a day by grade, as far as the reader may see them; institutions without any are absent,
 * which does not mean that they have none. Who is in several groups of an institution counts once, in the highest
 * grade. One statement.
 */
export const countLearnersByGrade = (db: Own, municipalityId: string, day: string): Promise<GradeCount[]> =>
  readSql(
    db,
    sql<GradeCount>`select institution_id as "institutionId", grade, count(*)::int as count from (
        select e.institution_id, e.person_id, max(g.grade) as grade
        from people.enrolment e
        join people.learner_group g on g.municipality_id = e.municipality_id and g.group_id = e.group_id
        where e.municipality_id = ${municipalityId} and e.valid_from <= ${day}
          and (e.valid_to is null or e.valid_to > ${day}) and g.kind in ('class', 'preschoolGroup')
        group by e.institution_id, e.person_id) learner
      group by institution_id, grade order by institution_id, grade`,
  )

/** People with a post at institutions on a day, as far as the reader may see them; each counts once. One statement. */
export const countStaff = (db: Own, municipalityId: string, day: string): Promise<StaffCount[]> =>
  readSql(
    db,
    sql<StaffCount>`select institution_id as "institutionId", count(distinct person_id)::int as count
      from people.post where municipality_id = ${municipalityId} and valid_from <= ${day}
        and (valid_to is null or valid_to > ${day})
      group by institution_id order by institution_id`,
  )
