import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { roundsHome } from '../addresses.ts'
import { makeNewRound } from '../round-edit.server.ts'
import type { Route } from './+types/round-new'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'strategy.round.add',
  reads: ['strategy.round.edit'],
  changes: ['strategy.round.edit'],
}

function asked({ context }: Pick<Route.LoaderArgs, 'context'>) {
  const { id: municipalityId, slug } = context.get(municipalityContext).municipality
  return readInRequest(context, async (tx) => ({ edit: await makeNewRound(tx, { municipalityId, slug }) }))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit } = await openEdit(args, () => asked(args))
  return { municipality, edit }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** A new round: what it is called and when it asks. */
export default function RoundNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={text('strategy.round.new')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: roundsHome(municipality.slug), label: text('strategy.round.menu') }}
      intro={<p>{text('strategy.round.new.help')}</p>}
    />
  )
}
