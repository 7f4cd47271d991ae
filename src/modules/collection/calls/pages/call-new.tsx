import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { collectionHome, templatesAddress } from '../../addresses.ts'
import { makeNewCall } from '../edits/description.server.ts'
import type { Route } from './+types/call-new'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'collection.call.add',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}

function asked({ context }: Pick<Route.LoaderArgs, 'context'>) {
  const { id: municipalityId, slug } = context.get(municipalityContext).municipality
  return readInRequest(context, async (tx) => ({ edit: await makeNewCall(tx, { municipalityId, slug }) }))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit } = await openEdit(args, () => asked(args))
  return { municipality, edit }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** A new call: why, for what, by when. */
export default function CallNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit } = loaderData
  const { text, local, path } = useSpeech()
  return (
    <EditPage
      title={text('collection.call.new')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: collectionHome(municipality.slug), label: text('collection.menu') }}
      intro={
        <p>
          {text('collection.call.new.help')}{' '}
          <a href={path(templatesAddress(municipality.slug))}>{text('collection.templates.title')}</a>
        </p>
      }
    />
  )
}
