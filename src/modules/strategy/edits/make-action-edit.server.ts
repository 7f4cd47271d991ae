import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Option } from '#platform/editing/edit.ts'
import { comparePeriods } from '#platform/period.ts'
import { refuse } from '#platform/refuse.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findEvidenceRows } from '../evidence-store.server.ts'
import { evidenceEdit } from './evidence.server.ts'
import { type ActionPart, NEW } from './parts.ts'
import { readPeriodAsked } from './periods.server.ts'
import { rowEdit } from './row-edit.server.ts'
import { actionForm } from './row-forms.server.ts'
import { findReportRows, findRow } from './rows-store.server.ts'
import { readPlanScope } from './scope.server.ts'
import { statusEdit } from './status.server.ts'

type Asked = {
  municipalityId: string
  plan: string | undefined
  code: string
  part: ActionPart
  /** As of which time a status is said. */
  period: string | null
  /** Which piece of evidence. */
  row: string | null
  /** A file that was just handed in. */
  file: string | null
  /** Accounts of those who may have sat in the group that says a status. */
  accounts: readonly Option[]
}

/** The form for a part of an action, and what its page shows around it. */
export async function makeActionEdit(tx: DatabaseTransaction, asked: Asked) {
  const { code, part } = asked
  const scope = await readPlanScope(tx, asked)
  const row = await findRow(tx, 'strategy.action', scope, code)
  if (!row) refuse(404, 'platform.refused.absent')
  const title: LocalText = { lv: `${code} ${row.title_lv}`, en: `${code} ${row.title_en}` }
  const { strategyId, municipalityId } = scope
  const shared = {
    code,
    title,
    part,
    strategyId,
    periods: [] as string[],
    period: '',
    evidence: [] as Listed[],
  }
  if (part === 'apraksts') {
    const edit = rowEdit(scope, await actionForm({ tx, scope }, false), code)
    return { edit, more: { ...shared, history: { table: 'strategy.action', key: [strategyId, code] } } }
  }
  if (part === 'pieradijumi') {
    const evidence = await findEvidenceRows(tx, { municipalityId, strategyId, action: code })
    const chosen = asked.row === null || asked.row === NEW ? null : asked.row
    if (chosen !== null && !evidence.some((one) => one.code === chosen))
      refuse(404, 'platform.refused.absent')
    const edit = await evidenceEdit(tx, scope, {
      action: code,
      code: chosen,
      asOf: asked.period,
      fileId: asked.file,
    })
    const listed = evidence.map(
      (one): Listed => ({
        code: one.code,
        title: { lv: one.title_lv, en: one.title_en ?? one.title_lv },
        isHere: one.code === chosen,
      }),
    )
    const history =
      chosen === null ? null : { table: 'strategy.action_evidence', key: [strategyId, code, chosen] }
    return { edit, more: { ...shared, evidence: listed, history } }
  }
  const reports = await findReportRows(tx, scope, {})
  const own = reports.filter(({ action }) => action === code)
  const of = (rows: typeof reports) => [...new Set(rows.map(({ as_of }) => as_of))].toSorted(comparePeriods)
  const period = readPeriodAsked(asked.period, own.length > 0 ? of(own) : of(reports))
  const edit = await statusEdit(tx, scope, { action: code, asOf: period, accounts: asked.accounts })
  const history = { table: 'strategy.action_status', key: [strategyId, code, period] }
  return { edit, more: { ...shared, periods: of(own), period, history } }
}

type Listed = { code: string; title: LocalText; isHere: boolean }
