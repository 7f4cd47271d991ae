import { municipalityContext } from '#modules/registry.context'
import { readInRequest, textsContext } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { languageOf, useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { CALL_PARTS, type CallPart, callAddress } from '../../addresses.ts'
import { audienceOn } from '../audience-on.ts'
import { findCall } from '../call-store.server.ts'
import { makeAudienceEdit } from '../edits/audience.server.ts'
import { makeChecksEdit } from '../edits/checks.server.ts'
import { makeDescriptionEdit } from '../edits/description.server.ts'
import { makeElementsEdit } from '../edits/elements.server.ts'
import { AudiencePreview } from '../parts/audience-preview.tsx'
import { CallParts } from '../parts/call-parts.tsx'
import { findPreparedForm } from '../prepared-store.server.ts'
import { readPlaces } from '../read-places.server.ts'
import type { Route } from './+types/call-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, 'dala'],
  action: 'collection.call.edit',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}

function readPart(url: string): CallPart {
  const asked = new URL(url).searchParams.get('dala')
  return CALL_PARTS.find((part) => part === asked) ?? 'apraksts'
}

function asked({ request, context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  const language = languageOf(new URL(request.url).pathname)
  const text = context.get(textsContext)(language)
  const part = readPart(request.url)
  return readInRequest(context, async (tx) => {
    const call = await findCall(tx, municipality.id, params.call)
    if (!call) refuse(404, 'collection.notFound')
    const about = {
      municipalityId: municipality.id,
      slug: municipality.slug,
      language,
      rowName: (number: number) => text('collection.call.row', { number }),
    }
    const places = part === 'adresati' ? await readPlaces(tx, municipality.id) : undefined
    const form = await findPreparedForm(tx, municipality.id, call)
    const edit = places
      ? await makeAudienceEdit(tx, { ...about, places }, call)
      : await { apraksts: makeDescriptionEdit, elementi: makeElementsEdit, parbaudes: makeChecksEdit }[
          part as Exclude<CallPart, 'adresati'>
        ](tx, about, call)
    return { edit, call, form, audience: places && audienceOn(places, call, new Date()) }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  const { call, form, audience } = made
  return { municipality, edit, part: readPart(args.request.url), call, form, audience }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** A call in parts: what it is for, what it asks, what must hold of the answers, whom it asks. */
export default function CallEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, part, call, form, audience } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={text(`collection.call.part.${part}`)}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: callAddress(municipality.slug, call.key), label: local(call.title) }}
      intro={
        <>
          <CallParts slug={municipality.slug} call={call} part={part} />
          <p className="hint">{text(`collection.call.part.${part}.help`)}</p>
          {part === 'parbaudes' ? (
            <details>
              <summary>{text('collection.call.keys')}</summary>
              <ul className="list">
                {form.elements.map(({ key, name, columns }) => (
                  <li key={key}>
                    <code>{key}</code> {local(name)}
                    {columns.length > 0
                      ? ` (${columns.map((column) => `${key}.${column.key}`).join(', ')})`
                      : ''}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          {audience ? <AudiencePreview audience={audience} dueAt={call.dueAt} /> : null}
        </>
      }
    />
  )
}
