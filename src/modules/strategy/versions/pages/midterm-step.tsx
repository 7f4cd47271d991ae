import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { midtermHome, midtermStep, targetIn } from '../addresses.ts'
import { makeProposalEdit } from '../edits/make-proposal-edit.server.ts'
import { DataPart } from '../midterm/data-part.tsx'
import { readData, readMidterm } from '../midterm/read-step.server.ts'
import { nextStep } from '../midterm/steps.ts'
import { ProposalFields } from '../parts/proposal-fields.tsx'
import type { Route } from './+types/midterm-step'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'strategy.version.propose',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

function asked({ context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  const target = targetIn(params.target)
  const { code } = params
  if (target !== 'goal' && target !== 'action') refuse(404, 'platform.refused.absent')
  return readInRequest(context, async (tx) => {
    const { draft, proposals } = await readMidterm(tx, municipalityId)
    if (draft?.kind !== 'midterm') refuse(404, 'strategy.versions.noSuch')
    const data = await readData(tx, municipalityId, { target, code })
    const next = nextStep(data.steps, proposals, { target, code })
    const { edit, more } = await makeProposalEdit(tx, {
      municipalityId,
      number: draft.number,
      target,
      code,
      afterwards: () => (next ? midtermStep(slug, next.target, next.code) : midtermHome(slug)),
    })
    return { edit, more: { ...more, target, data } }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** One stop of the mid-term update: what the data say about a goal or an action, and what becomes of it. */
export default function MidtermStep({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, more } = loaderData
  const { text, local } = useSpeech()
  const { target, code, title, data } = more
  const name = title ? local(title) : ''
  return (
    <EditPage
      title={`${text(`strategy.versions.target.${target}`)} ${code} ${name}`}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: midtermHome(municipality.slug), label: text('strategy.midterm.title') }}
      intro={
        <>
          <p className="hint">
            {text('strategy.midterm.place', { place: data.place, total: data.steps.length })}
          </p>
          <DataPart data={data} slug={municipality.slug} />
        </>
      }
    >
      <ProposalFields fields={edit.fields} />
    </EditPage>
  )
}
