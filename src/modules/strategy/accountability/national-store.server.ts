import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { StrategyTables } from '../tables.server.ts'
import type { NationalGoal } from './model.ts'
import type { NationalRows } from './sheets.ts'

type Own = Db<StrategyTables>

/** Goals of all national plans, in the order of the plans and of their goals. One statement. */
export async function findNationalGoals(db: Own): Promise<NationalGoal[]> {
  const rows = await db
    .selectFrom('strategy.national_goal')
    .selectAll()
    .orderBy('plan')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    plan: row.plan,
    planTitle: { lv: row.plan_title_lv, en: row.plan_title_en },
    code: row.code,
    position: row.position,
    title: { lv: row.title_lv, en: row.title_en },
    official: row.official_lv,
    source: row.source,
    url: row.url,
  }))
}

/** Stores goals of national plans; those that are equal already are neither written nor counted. */
export async function saveNationalGoals(db: Own, rows: NationalRows['nationalGoals']): Promise<number> {
  if (rows.length === 0) return 0
  const done = await db
    .insertInto('strategy.national_goal')
    .values(rows.map(({ line, ...row }) => row))
    .onConflict((conflict) =>
      conflict
        .columns(['plan', 'code'])
        .doUpdateSet((eb) => ({
          plan_title_lv: eb.ref('excluded.plan_title_lv'),
          plan_title_en: eb.ref('excluded.plan_title_en'),
          position: eb.ref('excluded.position'),
          title_lv: eb.ref('excluded.title_lv'),
          title_en: eb.ref('excluded.title_en'),
          official_lv: eb.ref('excluded.official_lv'),
          source: eb.ref('excluded.source'),
          url: eb.ref('excluded.url'),
        }))
        .where(
          sql<boolean>`row(national_goal.plan_title_lv, national_goal.plan_title_en, national_goal.position, national_goal.title_lv,
            national_goal.title_en, national_goal.official_lv, national_goal.source, national_goal.url)
            is distinct from row(excluded.plan_title_lv, excluded.plan_title_en, excluded.position, excluded.title_lv,
            excluded.title_en, excluded.official_lv, excluded.source, excluded.url)`,
        ),
    )
    .returning('code')
    .execute()
  return done.length
}
