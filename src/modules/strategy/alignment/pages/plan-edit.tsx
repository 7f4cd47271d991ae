import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { planAddress } from '../addresses.ts'
import { readAskedPlan } from '../asked-plan.server.ts'
import { planEdit } from '../plan-edit.server.ts'
import type { Route } from './+types/plan-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'strategy.plan.edit',
  reads: ['strategy.alignment.edit', 'strategy.development.edit'],
  changes: ['strategy.alignment.edit', 'strategy.development.edit'],
} satisfies Handle

async function asked(args: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality, plan } = await readAskedPlan(args)
  const { kind, key, title } = plan
  return { edit: planEdit(municipality.slug, plan), municipality, plan: { kind, key, title } }
}

export async function loader(args: Route.LoaderArgs) {
  const { edit, made } = await openEdit(args, () => asked(args))
  return { edit, municipality: made.municipality, plan: made.plan }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** What a plan is called, and its time. */
export default function PlanEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { edit, municipality, plan } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={text('strategy.alignment.link.edit')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: planAddress(municipality.slug, plan), label: plan.title }}
    />
  )
}
