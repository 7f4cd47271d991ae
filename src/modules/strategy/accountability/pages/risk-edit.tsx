import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { NEW, PLAN } from '../../edits/parts.ts'
import { findRow } from '../../edits/rows-store.server.ts'
import { readPlanScope } from '../../edits/scope.server.ts'
import { EditEffects } from '../../parts/edit-effects.tsx'
import { risksAddress } from '../addresses.ts'
import { CAUSES, causeEdit } from '../edits/risk.server.ts'
import { readPlaceAsked } from '../plan-asked.server.ts'
import type { Route } from './+types/risk-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PLAN],
  action: 'strategy.risk',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

const TABLE = { riski: 'strategy.risk', apstakli: 'strategy.external_factor' } as const

function asked(args: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality, plan } = readPlaceAsked(args)
  const part = CAUSES.find((one) => one === args.params.part) ?? refuse(404, 'platform.refused.absent')
  const code = args.params.cause === NEW ? null : args.params.cause
  return readInRequest(args.context, async (tx) => {
    const scope = await readPlanScope(tx, { municipalityId: municipality.id, plan })
    const row = code === null ? undefined : await findRow(tx, TABLE[part], scope, code)
    if (code !== null && !row) refuse(404, 'platform.refused.absent')
    return {
      edit: {
        ...(await causeEdit(tx, scope, { part, code })),
        afterwards: () => risksAddress(municipality.slug, { [PLAN]: plan }),
      },
      more: {
        part,
        code,
        title: row ? { lv: String(row.title_lv), en: String(row.title_en) } : null,
        strategyId: scope.strategyId,
      },
    }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { edit, made } = await openEdit(args, () => asked(args))
  const { municipality, plan } = readPlaceAsked(args)
  return { municipality, plan, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** A risk or an external factor, and what it hits. */
export default function RiskEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, plan, edit, more } = loaderData
  const { part, code, title, strategyId } = more
  const named = part === 'riski' ? 'strategy.risk.title' : 'strategy.risk.factor'
  const fresh = part === 'riski' ? 'strategy.risk.new' : 'strategy.risk.newFactor'
  return (
    <EditPage
      title={title ? `${text(named)}: ${local(title)}` : text(fresh)}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: risksAddress(municipality.slug, { [PLAN]: plan }),
        label: text('strategy.risks.title'),
      }}
      historyAt={
        code === null ? undefined : historyAddress(municipality.slug, TABLE[part], [strategyId, code])
      }
      effects={(before, after) => <EditEffects before={before} after={after} />}
    />
  )
}
