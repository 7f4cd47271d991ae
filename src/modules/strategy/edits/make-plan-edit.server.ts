import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { actionAddress } from '../subjects.ts'
import { measuresEdit } from './measures.server.ts'
import { NEW, PART, type PlanPart, twinOf } from './parts.ts'
import { planEdit } from './plan.server.ts'
import { rowEdit } from './row-edit.server.ts'
import { rowFormOf } from './row-forms.server.ts'
import { findRowsOf, type StoredRow } from './rows-store.server.ts'
import { readPlanScope } from './scope.server.ts'

type Asked = { municipalityId: string; plan: string | undefined; part: PlanPart; code: string | null }

/** The form for the plan or for a row of one of its lists, and what its page shows around it. */
export async function makePlanEdit(tx: DatabaseTransaction, asked: Asked) {
  const { municipalityId, plan, part } = asked
  const scope = await readPlanScope(tx, { municipalityId, plan })
  if (part === 'koncepcija') {
    const history = { table: 'strategy.strategy', key: [scope.key] }
    return { edit: planEdit(scope), more: { part, code: scope.key, rows: [], title: null, history } }
  }
  if (part === 'raditaji') {
    const edit = await measuresEdit(tx, scope, plan)
    return {
      edit,
      more: {
        part,
        code: scope.key,
        rows: [],
        title: null,
        history: { table: 'strategy.goal_indicator', key: [scope.strategyId] },
      },
    }
  }
  const form = await rowFormOf({ tx, scope }, part)
  const rows = (await findRowsOf(tx, form.table, scope)).toSorted(inOrder)
  const code = asked.code === NEW || asked.code === null ? null : asked.code
  const row = rows.find((one) => one.code === code)
  if (code !== null && !row) refuse(404, 'platform.refused.absent')
  // What is said of an action stands on a page of its own.
  const isElsewhere = part === 'darbibas'
  if (isElsewhere && code !== null) refuse(404, 'platform.refused.absent')
  return {
    edit: rowEdit(scope, form, code),
    more: {
      part,
      code,
      title: row ? titleOf(row) : null,
      rows: rows.map((one) => ({
        code: String(one.code),
        title: titleOf(one),
        address: isElsewhere ? twinOf(actionAddress(String(one.code)), { [PART]: 'apraksts' }) : null,
      })),
      history: code === null ? null : { table: form.table, key: [scope.strategyId, code] },
    },
  }
}

const codes = new Intl.Collator('lv', { numeric: true })
const inOrder = (a: StoredRow, b: StoredRow) => codes.compare(String(a.code), String(b.code))

const titleOf = ({ code, title_lv, title_en }: StoredRow): LocalText => ({
  lv: `${code} ${title_lv}`,
  en: `${code} ${title_en}`,
})
