import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { roundAddress } from '../addresses.ts'
import { makeRoundEdit } from '../round-edit.server.ts'
import { findRound } from '../rounds-store.server.ts'
import type { Route } from './+types/round-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'strategy.round.edit',
  reads: ['strategy.round.edit'],
  changes: ['strategy.round.edit'],
}

function asked({ context, params }: Pick<Route.LoaderArgs, 'context' | 'params'>) {
  const { id: municipalityId, slug } = context.get(municipalityContext).municipality
  return readInRequest(context, async (tx) => {
    const round =
      (await findRound(tx, municipalityId, params.round)) ?? refuse(404, 'strategy.round.notFound')
    return { edit: await makeRoundEdit({ municipalityId, slug }, round), more: { round } }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, edit, round: made.more.round }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** What a round is called, its days and who decides; once it is open, only what does not change what was asked. */
export default function RoundEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, round } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={text('strategy.round.edit.title', { title: local(round.title) })}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: roundAddress(municipality.slug, round.key), label: local(round.title) }}
    />
  )
}
