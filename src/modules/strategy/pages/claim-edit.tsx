import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { claimEdit, kindOfClaim } from '../edits/claim.server.ts'
import { KIND, NEW, ROW, twinOf } from '../edits/parts.ts'
import { findRowsOf } from '../edits/rows-store.server.ts'
import { readPlanScope } from '../edits/scope.server.ts'
import { CLAIM_KINDS } from '../model.ts'
import { EditEffects } from '../parts/edit-effects.tsx'
import { EditList } from '../parts/edit-list.tsx'
import type { Route } from './+types/claim-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, ROW, KIND],
  action: 'strategy.edit',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

function asked({ request, context }: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const { municipality, plan } = context.get(municipalityContext)
  const { searchParams } = new URL(request.url)
  const chosen = searchParams.get(ROW)
  const key = chosen === null || chosen === NEW ? null : chosen
  return readInRequest(context, async (tx) => {
    const scope = await readPlanScope(tx, { municipalityId: municipality.id, plan })
    const stored = key === null ? undefined : await kindOfClaim(tx, scope, key)
    if (key !== null && !stored) refuse(404, 'platform.refused.absent')
    const kind = stored ?? CLAIM_KINDS.find((one) => one === searchParams.get(KIND)) ?? 'trend'
    const rows = await findRowsOf(tx, 'strategy.claim', scope)
    return {
      edit: await claimEdit(tx, scope, { key, kind, municipalityId: municipality.id, plan }),
      more: {
        key,
        kind,
        strategyId: scope.strategyId,
        claims: rows.map(({ key: one, text_lv, text_en }) => ({
          key: String(one),
          text: { lv: String(text_lv), en: String(text_en) },
        })),
      },
    }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, home } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, home, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of the claims' page: what a document says, and what the data answer before it is saved. */
export default function ClaimEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, home, edit, more } = loaderData
  const { key, kind, strategyId, claims } = more
  const address = `${home}/datu-kvalitate/apgalvojumi`
  const claim = claims.find((one) => one.key === key)
  return (
    <EditPage
      title={
        claim
          ? text('strategy.edit.claim.title', { claim: local(claim.text) })
          : text('strategy.edit.claim.new', { kind: text(`strategy.edit.claim.kind.${kind}`) })
      }
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: text('strategy.claims.title') }}
      historyAt={
        key === null ? undefined : historyAddress(municipality.slug, 'strategy.claim', [strategyId, key])
      }
      intro={
        <>
          <EditList
            label={text('strategy.edit.claim.kinds')}
            links={CLAIM_KINDS.map((one) => ({
              label: text(`strategy.edit.claim.kind.${one}`),
              address: twinOf(address, { [ROW]: NEW, [KIND]: one }),
              isHere: key === null && one === kind,
            }))}
          />
          <details>
            <summary>{text('strategy.edit.claim.others', { count: claims.length })}</summary>
            <EditList
              label={text('strategy.claims.title')}
              links={claims.map((one) => ({
                label: one.text,
                address: twinOf(address, { [ROW]: one.key }),
                isHere: one.key === key,
              }))}
            />
          </details>
        </>
      }
      effects={(before, after) => (
        <EditEffects before={before} after={after} claim={key ?? actionData?.entered.key} />
      )}
    />
  )
}
