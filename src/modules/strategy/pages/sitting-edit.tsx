import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { comparePeriods } from '#platform/period.ts'
import { refuse } from '#platform/refuse.ts'
import { readTree } from '../current-strategy.server.ts'
import { PERIOD } from '../edits/parts.ts'
import { readPeriodAsked } from '../edits/periods.server.ts'
import { readPlanScope } from '../edits/scope.server.ts'
import { sittingEdit } from '../edits/sitting.server.ts'
import { readMemberOptions } from '../edits/status.server.ts'
import { standingActionsOf } from '../model.ts'
import { EditEffects } from '../parts/edit-effects.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { SittingTable } from '../parts/sitting-table.tsx'
import type { Route } from './+types/sitting-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PERIOD],
  action: 'strategy.edit',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

async function asked({ request, context }: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const { municipality, plan } = context.get(municipalityContext)
  const { searchParams } = new URL(request.url)
  const accounts = await readMemberOptions(context.get(databaseContext), municipality.id)
  return readInRequest(context, async (tx) => {
    const scope = await readPlanScope(tx, { municipalityId: municipality.id, plan })
    const tree = await readTree(startReading(tx, { municipalityId: municipality.id, strategy: plan }))
    if (!tree) refuse(404, 'platform.refused.absent')
    const actions = standingActionsOf(tree)
    const periods = [...new Set(actions.flatMap(({ history }) => history.map(({ asOf }) => asOf)))]
    const period = readPeriodAsked(searchParams.get(PERIOD), periods)
    const listed = actions.map(({ code, title }) => ({ code, label: title }))
    return {
      edit: sittingEdit(scope, { actions: listed, asOf: period, accounts }),
      more: { actions: listed, periods: periods.toSorted(comparePeriods), period },
    }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, home } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, home, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of the list of actions: the statuses of many, set in one sitting of a working group. */
export default function SittingEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, say } = useSpeech()
  const { municipality, home, edit, more } = loaderData
  const address = `${home}/ricibas-plans`
  return (
    <EditPage
      title={text('strategy.edit.sitting.title', { period: say.period(more.period) })}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: text('strategy.actions') }}
      intro={
        <>
          <p>{text('strategy.edit.sitting.purpose')}</p>
          <PeriodChoice address={address} asked={{}} periods={more.periods} chosen={more.period} />
        </>
      }
      effects={(before, after) => <EditEffects before={before} after={after} />}
    >
      <SittingTable fields={edit.fields} actions={more.actions} />
    </EditPage>
  )
}
