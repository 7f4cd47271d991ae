import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalityContext } from '../context.server.ts'
import { makeInstitutionEdit } from '../edits/institution-edit.server.ts'
import { latest } from '../edits/name-parts.ts'
import { PART_NAMES, type PartName } from '../edits/part-names.ts'
import { institutionAddress } from '../institution-address.ts'
import { EditParts } from '../parts/edit-parts.tsx'
import type { Route } from './+types/institution-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, 'dala', 'kas'],
  action: 'registry.edit',
  reads: ['registry.institution.edit'],
}

function readPart(url: string): PartName {
  const asked = new URL(url).searchParams.get('dala')
  return PART_NAMES.find((part) => part === asked) ?? 'facts'
}

function asked({ request, context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  const item = new URL(request.url).searchParams.get('kas') ?? ''
  const about = {
    municipalityId: municipality.id,
    key: params.institution,
    part: readPart(request.url),
    item,
  }
  return readInRequest(context, (tx) => makeInstitutionEdit(tx, about))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  const { institution, sites, programmes } = made.record
  const row = latest(made.record)
  return {
    municipality,
    edit,
    part: readPart(args.request.url),
    key: args.params.institution,
    id: institution.id,
    name: { lv: row.name_lv, en: row.name_en },
    items: {
      site: sites.map(({ key, address, name_lv }) => ({ key, name: name_lv ?? address ?? key })),
      programme: programmes.map(({ key, name_lv }) => ({ key, name: name_lv })),
    },
  }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of an institution's page: what it is, since when, where it teaches, what came of it. */
export default function InstitutionEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, part, key, id, name, items } = loaderData
  const { text, local } = useSpeech()
  const address = `/${municipality.slug}${institutionAddress(key)}`
  return (
    <EditPage
      title={text(`registry.edit.part.${part}`)}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: local(name) }}
      historyAt={historyAddress(municipality.slug, TABLE_OF[part], [id])}
      intro={<EditParts address={address} part={part} items={items} />}
    />
  )
}

/** Whose history is shown beside each part. */
const TABLE_OF: Readonly<Record<PartName, string>> = {
  facts: 'registry.institution_version',
  change: 'registry.institution_version',
  end: 'registry.institution_version',
  site: 'registry.site',
  programme: 'registry.programme',
}
