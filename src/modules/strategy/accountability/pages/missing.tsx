import { findOpenTasksOfKind } from '#modules/work.server'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import { PLAN } from '../../edits/parts.ts'
import { standingActionsOf } from '../../model.ts'
import { EditList } from '../../parts/edit-list.tsx'
import { accountabilityAddress, askingOf, LACKING, missingAddress, readLacks } from '../addresses.ts'
import { MISSING_TASK, readKnown } from '../asked.server.ts'
import { askEdit } from '../edits/ask.server.ts'
import { LACKS, type Lack, lacksOf } from '../lacks.ts'
import { AskedList } from '../parts/asked-list.tsx'
import { LackCounts } from '../parts/lack-counts.tsx'
import { MissingTable } from '../parts/missing-table.tsx'
import { readPlaceAsked, readPlanAsked } from '../plan-asked.server.ts'
import type { Route } from './+types/missing'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PLAN, LACKING],
  action: 'strategy.ask',
  reads: ['strategy.edit'],
  changes: ['strategy.edit', 'work.task.edit'],
}

async function asked(args: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const { municipality, plan, searchParams } = readPlaceAsked(args)
  const { id: municipalityId, slug } = municipality
  const editors = await findAccountsWith(args.context.get(databaseContext), municipalityId, 'strategy.edit')
  const [only] = readLacks(searchParams)
  return readInRequest(args.context, async (tx) => {
    const { scope, tree } = await readPlanAsked(tx, { municipalityId, plan })
    const known = await readKnown(tx, scope)
    const actions = standingActionsOf(tree).map((action) => ({ action, lacks: lacksOf(action, known) }))
    const isAsked = (lack: Lack) => only === undefined || lack === only
    const lacking = actions.flatMap(({ action, lacks }) => {
      const own = lacks.filter(isAsked)
      return own.length > 0
        ? [{ action: action.code, goal: action.goal, title: action.title, lacks: own }]
        : []
    })
    const open = await findOpenTasksOfKind(tx, municipalityId, MISSING_TASK)
    const names = await findAccountNames(
      tx,
      municipalityId,
      open.map(({ account_id }) => account_id),
    )
    const wanted = lacking.map((one) => ({ ...one, title: one.title.lv }))
    return {
      edit: await askEdit(tx, scope, { slug, lacking: wanted, editors: new Set(editors) }),
      more: {
        goals: tree.goals.map(({ code, title }) => ({ code, title })),
        lacking,
        only: only ?? null,
        count: actions.length,
        counts: LACKS.map((lack) => ({
          lack,
          count: actions.filter(({ lacks }) => lacks.includes(lack)).length,
        })),
        asked: open
          .filter(({ address }) => address !== null && askingOf(address)?.plan === scope.key)
          .map(({ id, account_id, subject, due_on }) => ({
            id,
            name: names.get(account_id) ?? account_id,
            subject,
            dueOn: due_on,
          })),
      },
    }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { edit, made } = await openEdit(args, () => asked(args))
  const { municipality, plan } = readPlaceAsked(args)
  return { municipality, plan, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** What the plan's actions lack, and asking somebody by name to fill it in. */
export default function Missing({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, plan, edit, more } = loaderData
  const { slug } = municipality
  return (
    <EditPage
      title={text('strategy.lacks.title')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: accountabilityAddress(slug, { [PLAN]: plan }),
        label: text('strategy.accountability.title'),
      }}
      intro={
        <>
          <section>
            <LackCounts counts={more.counts} total={more.count} />
          </section>
          <AskedList asked={more.asked} />
          <p>{text(more.lacking.length > 0 ? 'strategy.lacks.purpose' : 'strategy.lacks.complete')}</p>
          <EditList
            label={text('strategy.lacks.only')}
            links={[
              {
                label: text('strategy.lacks.everything'),
                address: missingAddress(slug, { [PLAN]: plan }),
                isHere: more.only === null,
              },
              ...LACKS.map((lack) => ({
                label: text(`strategy.lacks.${lack}`),
                address: missingAddress(slug, { [LACKING]: lack, [PLAN]: plan }),
                isHere: more.only === lack,
              })),
            ]}
          />
        </>
      }
    >
      <MissingTable fields={edit.fields} goals={more.goals} lacking={more.lacking} slug={slug} plan={plan} />
    </EditPage>
  )
}
