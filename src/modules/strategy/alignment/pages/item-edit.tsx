import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { NEW_ITEM, planAddress } from '../addresses.ts'
import { readAskedPlan } from '../asked-plan.server.ts'
import { itemEdit } from '../item-edit.server.ts'
import { readNameable } from '../known.server.ts'
import type { Route } from './+types/item-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'strategy.plan.item',
  reads: ['strategy.alignment.edit', 'strategy.development.edit'],
  changes: ['strategy.alignment.edit', 'strategy.development.edit'],
} satisfies Handle

async function asked(args: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality, plan } = await readAskedPlan(args)
  const { slug } = municipality
  const edit = await readInRequest(args.context, async (tx) => {
    const nameable = await readNameable(tx, plan)
    return itemEdit(tx, { slug, plan, itemId: args.params.item, nameable })
  })
  const item = plan.items.find(({ id }) => id === args.params.item)
  const { kind, key, title, state } = plan
  return { edit, municipality, plan: { kind, key, title, state }, number: item?.number }
}

export async function loader(args: Route.LoaderArgs) {
  const { edit, made } = await openEdit(args, () => asked(args))
  const { municipality, plan, number } = made
  return { edit, municipality, plan, number, isNew: args.params.item === NEW_ITEM }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** A task of a plan: all of it while the plan is a draft, what came of it once it is agreed. */
export default function ItemEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { edit, municipality, plan, number, isNew } = loaderData
  const { text, local } = useSpeech()
  const title = isNew
    ? text('strategy.alignment.link.newItem')
    : text('strategy.alignment.item.editOf', { number: String(number ?? '') })
  return (
    <EditPage
      title={title}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: planAddress(municipality.slug, plan), label: plan.title }}
      intro={
        <p>
          {text(
            plan.state === 'agreed' ? 'strategy.alignment.item.resultsOnly' : 'strategy.alignment.item.help',
          )}
        </p>
      }
    />
  )
}
