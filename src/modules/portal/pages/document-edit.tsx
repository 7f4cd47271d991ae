import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { documentEdit } from '#modules/sources.server'
import { EditEffects, EditList } from '#modules/strategy/parts'
import { readPlanEffects } from '#modules/strategy.server'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { WORKING } from '#platform/http/face.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { countCitations } from '../citations.ts'
import { readPublished } from '../read-published.server.ts'
import type { Route } from './+types/document-edit'

/** Parameter that says which document, by its key. */
const DOCUMENT = 'dokuments'

export const handle = {
  parameters: [...EDIT_PARAMETERS, DOCUMENT],
  action: 'sources.edit',
  reads: ['sources.edit'],
  changes: ['sources.edit'],
}

function asked({ request, context }: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const { municipality, plan } = context.get(municipalityContext)
  const key = new URL(request.url).searchParams.get(DOCUMENT)
  const municipalityId = municipality.id
  return readInRequest(context, async (tx) => {
    const data = await readPublished(startReading(tx, { municipalityId, strategy: plan }))
    if (!data) refuse(404, 'platform.refused.absent')
    const { tree, sources } = data
    if (key !== null && !sources.some((source) => source.key === key)) refuse(404, 'platform.refused.absent')
    const counts = [
      ...(countCitations(data)
        .get(key ?? '')
        ?.values() ?? []),
    ]
    return {
      edit: documentEdit({
        municipalityId,
        catalogue: tree.strategy.key,
        key,
        isPublic: true,
        citations: counts.reduce((sum, count) => sum + count, 0),
        effects: (after) => readPlanEffects(after, { municipalityId, plan }),
      }),
      more: {
        key,
        catalogue: tree.strategy.key,
        documents: sources.map((source) => ({ key: source.key, title: source.title })),
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

/** The working twin of the page of documents: what each is called, whose it is, and where it can be had. */
export default function DocumentEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, home, edit, more } = loaderData
  const { key, catalogue, documents } = more
  const address = `${home}/parskati`
  const twin = (one?: string) =>
    `${address}/${WORKING}${one === undefined ? '' : `?${new URLSearchParams({ [DOCUMENT]: one })}`}`
  const own = documents.find((one) => one.key === key)
  return (
    <EditPage
      title={own ? text('portal.document.title', { title: local(own.title) }) : text('portal.document.new')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: text('portal.reports.title') }}
      historyAt={
        key === null ? undefined : historyAddress(municipality.slug, 'sources.document', [catalogue, key])
      }
      intro={
        <EditList
          label={text('portal.sources.title')}
          links={[
            ...documents.map((one) => ({
              label: one.title,
              address: twin(one.key),
              isHere: one.key === key,
            })),
            { label: text('portal.document.new'), address: twin(), isHere: key === null },
          ]}
        />
      }
      effects={(before, after) => <EditEffects before={before} after={after} />}
    />
  )
}
