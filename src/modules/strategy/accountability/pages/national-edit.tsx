import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { PLAN } from '../../edits/parts.ts'
import { readPlanScope } from '../../edits/scope.server.ts'
import { nationalAddress } from '../addresses.ts'
import { nationalEdit } from '../edits/national.server.ts'
import { findNationalGoals } from '../national-store.server.ts'
import { readPlaceAsked } from '../plan-asked.server.ts'
import type { Route } from './+types/national-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PLAN],
  action: 'strategy.national',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

function asked(args: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality, plan } = readPlaceAsked(args)
  const { nationalPlan, goal: code } = args.params
  return readInRequest(args.context, async (tx) => {
    const scope = await readPlanScope(tx, { municipalityId: municipality.id, plan })
    const goals = await findNationalGoals(tx)
    const goal = goals.find((one) => one.plan === nationalPlan && one.code === code)
    if (!goal) return refuse(404, 'platform.refused.absent')
    return {
      edit: {
        ...(await nationalEdit(tx, scope, goal)),
        afterwards: () => nationalAddress(municipality.slug, { [PLAN]: plan }),
      },
      more: { goal },
    }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { edit, made } = await openEdit(args, () => asked(args))
  const { municipality, plan } = readPlaceAsked(args)
  return { municipality, plan, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** What of the plan serves one goal of a national plan. */
export default function NationalEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, plan, edit, more } = loaderData
  return (
    <EditPage
      title={text('strategy.national.edit.title', { goal: local(more.goal.title) })}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: nationalAddress(municipality.slug, { [PLAN]: plan }),
        label: text('strategy.national.title'),
      }}
      intro={
        <p>
          {local(more.goal.planTitle)} · {more.goal.source}
        </p>
      }
    />
  )
}
