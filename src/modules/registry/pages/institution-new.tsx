import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalityContext } from '../context.server.ts'
import { makeNewInstitution } from '../edits/new-institution.server.ts'
import { institutionsAddress } from '../institution-address.ts'
import type { Route } from './+types/institution-new'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'registry.add',
  reads: ['registry.institution.edit'],
}

function asked({ context }: Pick<Route.LoaderArgs, 'context'>) {
  const { id: municipalityId } = context.get(municipalityContext).municipality
  return readInRequest(context, async (tx) => ({
    edit: await makeNewInstitution(tx, { municipalityId, isPublic: true }),
  }))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit } = await openEdit(args, () => asked(args))
  return { municipality, edit }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of the list of institutions: one more of them. */
export default function InstitutionNew({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={text('registry.edit.new')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: `/${municipality.slug}${institutionsAddress}`,
        label: text('registry.institutions'),
      }}
    />
  )
}
