import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type ActionSection, NEW } from '../../edits/parts.ts'
import { actionsOf } from '../../model.ts'
import { ownTexts } from '../../own-text.ts'
import { readKnown } from '../asked.server.ts'
import { type AttachedRow, findAttachedRows } from '../attached-store.server.ts'
import { type Lack, lacksOf } from '../lacks.ts'
import type { Fund } from '../model.ts'
import { readPlanAsked } from '../plan-asked.server.ts'
import { accountableEdit } from './accountable.server.ts'
import { attachedEdit } from './attached.server.ts'
import { attachedFormOf } from './attached-forms.server.ts'

type Asked = {
  municipalityId: string
  plan: string | undefined
  code: string
  section: ActionSection
  /** Which row of the section. */
  row: string | null
  /** What somebody was asked to fill in. */
  lacks: readonly Lack[]
  /** Accounts that can be chosen to answer for it. */
  able: ReadonlySet<string>
}
type Listed = { code: string; title: LocalText; isHere: boolean }

/** The form for a section of an action's page, and what the page shows around it. */
export async function makeAccountedEdit(tx: DatabaseTransaction, asked: Asked) {
  const { code, section } = asked
  const { scope, tree } = await readPlanAsked(tx, asked)
  const action = actionsOf(tree).find((one) => one.code === code)
  if (!action) return refuse(404, 'platform.refused.absent')
  const lacks = lacksOf(action, await readKnown(tx, scope))
  const shared = { action, section, lacks, asked: asked.lacks.filter((lack) => lacks.includes(lack)) }
  if (section === 'atbildigais') {
    const edit = await accountableEdit(tx, scope, { actions: [code], able: asked.able })
    return { edit, more: { ...shared, rows: [] as Listed[], history: null } }
  }
  const form = await attachedFormOf(tx, scope, section)
  const rows = await findAttachedRows(tx, form.table, scope, code)
  const chosen = asked.row === null || asked.row === NEW ? null : asked.row
  if (chosen !== null && !rows.some((row) => row.code === chosen)) refuse(404, 'platform.refused.absent')
  return {
    edit: attachedEdit(scope, form, { action: code, code: chosen }),
    more: {
      ...shared,
      rows: rows.map((row): Listed => ({ code: row.code, title: titleOf(row), isHere: row.code === chosen })),
      history:
        chosen === null ? null : { table: form.table, key: [scope.strategyId, code, chosen] as string[] },
    },
  }
}

/** What a row is called among its neighbours: by its title, a party by its name, money by who pays. */
function titleOf(row: AttachedRow): LocalText {
  const lv = row.title_lv ?? row.name_lv
  if (typeof lv === 'string') return { lv, en: String(row.title_en ?? row.name_en ?? lv) }
  return ownTexts(`strategy.fund.${row.fund as Fund}`)
}
