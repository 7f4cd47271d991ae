import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { newIndicatorEdit } from '../edits/new-indicator.server.ts'
import { readPlanFacts } from '../edits/plan-facts.server.ts'
import { findTargetSetRow } from '../edits/rows-store.server.ts'
import { readCatalogue } from '../edits/scope.server.ts'
import type { Route } from './+types/indicator-new'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'indicators.add',
  reads: ['indicators.edit'],
  changes: ['indicators.edit'],
} satisfies Handle

const asked = ({ context }: Pick<Route.LoaderArgs, 'context'>) => {
  const { municipality, plan } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => {
    const place = {
      municipalityId: municipality.id,
      catalogue: await readCatalogue(tx, municipality.id, plan),
    }
    const set = await findTargetSetRow(tx, place)
    return { edit: newIndicatorEdit(place, await readPlanFacts(tx, place), set?.is_public ?? false) }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, home } = args.context.get(municipalityContext)
  const { edit } = await openEdit(args, () => asked(args))
  return { municipality, home, edit }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of the list: an indicator is added to the plan. */
export default function IndicatorNew({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, home, edit } = loaderData
  return (
    <EditPage
      title={text('indicators.edit.new')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: `${home}/raditaji`, label: text('indicators.list.title') }}
      intro={<p>{text('indicators.edit.new.intro')}</p>}
    />
  )
}
