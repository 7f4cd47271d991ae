import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import { citedFields, titleFields } from '../../edits/cells.ts'
import { type RowForm, rowEdit } from '../../edits/row-edit.server.ts'
import { rowFormOf } from '../../edits/row-forms.server.ts'
import type { PlanScope } from '../../edits/scope.server.ts'
import { findLinkRowsOf } from '../attached-store.server.ts'
import { DEGREES, RISK_STATES } from '../model.ts'
import { accountabilitySheets } from '../sheets.ts'
import { readEnds } from './ends.server.ts'
import { linkFields, readLinks, typedLinks } from './link-fields.ts'
import { endOf, writeLinks } from './write-links.server.ts'

/** Risks, or external factors, as the address of the page says it. */
export const CAUSES = ['riski', 'apstakli'] as const
export type CausePart = (typeof CAUSES)[number]

/** A risk or an external factor with what it hits. */
export async function causeEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  { part, code }: { part: CausePart; code: string | null },
): Promise<Edit> {
  const form = part === 'riski' ? riskForm(scope) : await rowFormOf({ tx, scope }, 'apstakli')
  const column = part === 'riski' ? 'risk' : 'factor'
  const ends = await readEnds(tx, scope, { withIndicators: true })
  const own = async (now: DatabaseTransaction, cause: string) =>
    (await findLinkRowsOf(now, 'strategy.risk_link', scope)).filter((row) => row[column] === cause)
  const [head, cited] = [form.fields.slice(0, -2), form.fields.slice(-2)]
  return rowEdit(
    scope,
    {
      ...form,
      heldBy: async () => [],
      fields: [
        ...head,
        ...linkFields(ends).map((field) => ({ ...field, foldedUnder: 'strategy.risk.hits' as const })),
        ...cited,
      ],
      more: {
        read: async (now) => {
          const rows = code === null ? [] : await own(now, code)
          const shown = rows.filter(({ withdrawn_at }) => !withdrawn_at)
          return {
            version: rows.reduce((sum, { revision }) => sum + revision, 0),
            values: typedLinks(ends, shown.map(endOf)),
          }
        },
        write: async (now, change, cause, typed) => {
          const { links, complaints } = readLinks(ends, typed)
          if (Object.keys(complaints).length > 0) return complaints
          const nobody = { risk: null, factor: null }
          await writeLinks(now, change, {
            table: 'strategy.risk_link',
            stored: await own(now, cause),
            links,
            shared: { strategy_id: scope.strategyId, ...nobody, [column]: cause },
            initial: `${column}-${cause}`,
            isPublic: scope.isPublic,
          })
          return {}
        },
      },
      // What it hits is no longer hit by it.
      putAwayWith: async (now, change, cause) => {
        await writeLinks(now, change, {
          table: 'strategy.risk_link',
          stored: await own(now, cause),
          links: [],
          shared: {},
          initial: '',
          isPublic: scope.isPublic,
        })
      },
    },
    code,
  )
}

function riskForm(scope: PlanScope): RowForm {
  const { file, columns } = accountabilitySheets.risks
  const degrees = DEGREES.map((value) => ({ value, label: `strategy.risk.degree.${value}` as const }))
  return {
    table: 'strategy.risk',
    sheet: { name: 'risks', file, columns },
    action: 'risk.edited',
    fields: [
      line('code', 'strategy.edit.code', { isRequired: true, hint: 'strategy.risk.code.hint' }),
      line('position', 'strategy.edit.position', { isRequired: true, hint: 'strategy.edit.position.hint' }),
      ...titleFields,
      choice('likelihood', 'strategy.risk.likelihood', degrees, { hint: 'strategy.risk.degree.hint' }),
      choice('impact', 'strategy.risk.impact', degrees, { hint: 'strategy.risk.degree.hint' }),
      choice(
        'state',
        'strategy.risk.state',
        RISK_STATES.map((value) => ({ value, label: `strategy.risk.state.${value}` as const })),
        { isRequired: true },
      ),
      long('mitigation_lv', 'strategy.risk.mitigationLv'),
      long('mitigation_en', 'strategy.risk.mitigationEn'),
      line('responsible', 'strategy.risk.responsible', { hint: 'strategy.edit.responsible.hint' }),
      day('reviewed_on', 'strategy.risk.reviewed'),
      ...citedFields(scope.documents.options),
    ],
  }
}
