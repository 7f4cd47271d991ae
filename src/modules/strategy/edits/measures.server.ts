import { startReading } from '#modules/findings'
import { readIndicatorNames } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice } from '#platform/editing/fields.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { optionsOf } from './row-forms.server.ts'
import { findMeasureRows } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'

const MEASURE = { table: 'strategy.goal_indicator', key: ['strategy_id', 'indicator_id'] } as const
const fieldOf = (code: string) => `raditajs.${code}`

/** Which goal each indicator of a plan measures, all of them together. */
export async function measuresEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  plan: string | undefined,
): Promise<Edit> {
  const { municipalityId } = scope
  const indicators = await readIndicatorNames(startReading(tx, { municipalityId, strategy: plan }))
  const goals = await optionsOf(tx, scope, 'strategy.goal')
  const stored = async (now: DatabaseTransaction) =>
    new Map((await findMeasureRows(now, scope)).map((row) => [row.indicator_id, row]))
  return {
    ...scope.edit,
    action: 'measures.edited',
    subject: scope.key,
    fields: indicators.map(({ code, title }) =>
      choice(fieldOf(code), 'strategy.edit.measure', goals, {
        labelValues: { code, title: title.lv },
      }),
    ),
    read: async (now) => {
      const rows = await stored(now)
      const version = [...rows.values()].reduce((sum, { revision }) => sum + revision, 0)
      const values = indicators.map(({ id, code }) => {
        const row = rows.get(id)
        return [fieldOf(code), row && !row.withdrawn_at ? row.goal : '']
      })
      return { version, values: Object.fromEntries(values) }
    },
    write: async (now, change, typed) => {
      const rows = await stored(now)
      const contents: unknown[] = []
      for (const { id, code } of indicators) {
        const goal = (typed[fieldOf(code)] ?? '').trim()
        const row = rows.get(id)
        if (goal !== '') {
          const { withdrawn_at, ...kept } = row ? contentOf(row) : { withdrawn_at: undefined }
          contents.push({ ...kept, strategy_id: scope.strategyId, indicator_id: id, goal })
        } else if (row && !row.withdrawn_at) {
          await withdraw(now, change, MEASURE, { ...row, is_public: scope.isPublic })
          change.counts.changed += 1
        }
      }
      await revise(now, change, MEASURE, contents as never)
      return undefined
    },
  }
}
