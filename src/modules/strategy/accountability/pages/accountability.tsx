import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { PLAN } from '../../edits/parts.ts'
import { standingActionsOf } from '../../model.ts'
import { EditList } from '../../parts/edit-list.tsx'
import { accountabilityAddress, missingAddress } from '../addresses.ts'
import { readKnown } from '../asked.server.ts'
import { findAttached } from '../attached-store.server.ts'
import { accountableEdit } from '../edits/accountable.server.ts'
import { lacksOf } from '../lacks.ts'
import { AccountableTable } from '../parts/accountable-table.tsx'
import { FundingSums } from '../parts/funding-sums.tsx'
import { readPlaceAsked, readPlanAsked } from '../plan-asked.server.ts'
import { readAble } from '../set-accountable.service.server.ts'
import type { Route } from './+types/accountability'

const GOAL = 'merkis'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PLAN, GOAL],
  action: 'strategy.accountable',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

async function asked(args: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const { municipality, plan, searchParams } = readPlaceAsked(args)
  const able = await readAble(args.context.get(databaseContext), municipality.id)
  return readInRequest(args.context, async (tx) => {
    const { scope, tree } = await readPlanAsked(tx, { municipalityId: municipality.id, plan })
    const wanted = searchParams.get(GOAL)
    const goal = tree.goals.find(({ code }) => wanted === null || code === wanted)
    if (wanted !== null && !goal) refuse(404, 'platform.refused.absent')
    const actions = goal ? standingActionsOf({ goals: [goal] }) : []
    const known = await readKnown(tx, scope)
    const { funding } = await findAttached(tx, scope)
    return {
      edit: await accountableEdit(tx, scope, { actions: actions.map(({ code }) => code), able }),
      more: {
        goals: tree.goals,
        goal: goal ?? null,
        funding,
        rows: actions.map((action) => ({
          action,
          lacks: lacksOf(action, known),
          isAnswered: known.accountable.has(action.code),
        })),
      },
    }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { edit, made } = await openEdit(args, () => asked(args))
  const { municipality, plan, home } = readPlaceAsked(args)
  return { municipality, plan, home, edit, more: made.more, today: municipalDay() }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** Who answers for which action, goal by goal, and what each of them lacks. */
export default function Accountability({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, plan, home, edit, more, today } = loaderData
  const { slug } = municipality
  return (
    <EditPage
      title={text('strategy.accountability.title')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: `${home}/ricibas-plans`, label: text('strategy.actions') }}
      intro={
        <>
          <p>{text('strategy.accountability.purpose')}</p>
          <p>
            <a href={path(missingAddress(slug, { [PLAN]: plan }))}>{text('strategy.accountability.all')}</a>
          </p>
          <details>
            <summary>{text('strategy.funding.sums.title')}</summary>
            <FundingSums goals={more.goals} funding={more.funding} />
          </details>
          <EditList
            label={text('strategy.accountability.goals')}
            links={more.goals.map(({ code, title }) => ({
              label: `${code} ${local(title)}`,
              address: accountabilityAddress(slug, { [GOAL]: code, [PLAN]: plan }),
              isHere: code === more.goal?.code,
            }))}
          />
        </>
      }
    >
      <AccountableTable
        fields={edit.fields}
        goal={more.goal?.code ?? ''}
        rows={more.rows}
        slug={slug}
        plan={plan}
        today={today}
      />
    </EditPage>
  )
}
