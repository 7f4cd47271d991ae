import { municipalityContext } from '#modules/registry.context'
import { readInRequest, textsContext } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { elementsAddress } from '../../addresses.ts'
import { bothTexts } from '../both-texts.ts'
import { makeElementEdit } from '../edits/element.server.ts'
import type { Route } from './+types/element-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'collection.element',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}

function asked({ context, params }: Pick<Route.LoaderArgs, 'context' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  const texts = bothTexts(context.get(textsContext))
  const about = { municipalityId: municipality.id, slug: municipality.slug, key: params.element, texts }
  return readInRequest(context, (tx) => makeElementEdit(tx, about))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  const { element } = made
  return { municipality, edit, key: element?.key, name: element?.name, isPublic: element?.isPublic ?? false }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** An element of the dictionary: what it is called, how it is filled in, why it is asked. */
export default function ElementEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, key, name, isPublic } = loaderData
  const { text, local } = useSpeech()
  const title = name ? local(name) : text('collection.element.new')
  const list = elementsAddress(municipality.slug)
  return (
    <EditPage
      title={title}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: list, label: text('collection.elements.title') }}
      historyAt={
        key === undefined ? undefined : historyAddress(municipality.slug, 'collection.element', [key])
      }
      intro={
        <>
          {key === undefined ? null : (
            <p>
              {text('collection.element.key')}: <code>{key}</code>
            </p>
          )}
          {isPublic ? <p className="hint">{text('collection.element.frozen')}</p> : null}
        </>
      }
    />
  )
}
