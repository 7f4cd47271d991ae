import { validate as isUuid } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { ownDutyEdit } from '../own-duty-edit.server.ts'
import type { Route } from './+types/own-duty-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'work.duty.own',
  reads: ['work.duty.edit'],
  changes: ['work.duty.edit'],
}

const NEW = 'jauns'

function asked({ context, params: { id } }: Pick<Route.LoaderArgs, 'context' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  if (id !== NEW && !isUuid(id)) refuse(404, 'platform.refused.absent')
  const own = id === NEW ? null : id
  return readInRequest(context, async (tx) => ({
    ...(await ownDutyEdit(tx, municipality.id, own)),
    id: own,
  }))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, edit, id: made.id, name: made.name }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** One of the municipality's own duties: what is written, by what it is asked for, how often and by whom. */
export default function OwnDutyEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, id, name } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={name ? local(name) : text('work.duties.own.new')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: `/darbs/${municipality.slug}/pienakumi`, label: text('work.duties.title') }}
      historyAt={id === null ? undefined : historyAddress(municipality.slug, 'work.own_duty', [id])}
    />
  )
}
