import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { readPlanScope } from '../../edits/scope.server.ts'
import { versionAddress } from '../addresses.ts'
import { decisionEdit } from '../edits/decision.server.ts'
import { readCurrentVersions, readNumber } from '../read-plan.server.ts'
import type { Route } from './+types/decision-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'strategy.version.decide',
  reads: ['strategy.adopt'],
  changes: ['strategy.adopt'],
}

function asked({ context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  const number = readNumber(params.version)
  return readInRequest(context, async (tx) => {
    const { versions } = await readCurrentVersions(tx, municipality.id)
    const version = versions.find((one) => one.number === number)
    if (!version) refuse(404, 'strategy.versions.noSuch')
    if (version.state !== 'draft') refuse(400, 'strategy.versions.notDraft')
    const scope = await readPlanScope(tx, { municipalityId: municipality.id, plan: undefined })
    const next = () => `${versionAddress(municipality.slug, number)}/pienemt`
    return { edit: decisionEdit(scope, version, next), version }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, edit, version: made.version }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** What the council has decided on a draft; putting it in force is the next page. */
export default function DecisionEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, version } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={text('strategy.versions.decide')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: versionAddress(municipality.slug, version.number),
        label: text('strategy.versions.draftOf', { number: version.number }),
      }}
      historyAt={historyAddress(municipality.slug, 'strategy.version', [version.id])}
      intro={<p className="hint">{text('strategy.versions.decide.help')}</p>}
    />
  )
}
