import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { makePlanEdit } from '../edits/make-plan-edit.server.ts'
import { NEW, PART, PLAN_PARTS, ROW, readPlanPart, twinOf } from '../edits/parts.ts'
import { EditEffects } from '../parts/edit-effects.tsx'
import { EditList } from '../parts/edit-list.tsx'
import type { Route } from './+types/plan-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PART, ROW],
  action: 'strategy.edit',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

function asked({ request, context }: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const { municipality, plan } = context.get(municipalityContext)
  const { searchParams } = new URL(request.url)
  const about = { municipalityId: municipality.id, plan, part: readPlanPart(searchParams) }
  return readInRequest(context, (tx) => makePlanEdit(tx, { ...about, code: searchParams.get(ROW) }))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, home } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, home, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of the strategy's page: the plan itself, its goals and directions, values and all that is listed. */
export default function PlanEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, home, edit, more } = loaderData
  const { part, code, rows, title: name, history } = more
  const address = `${home}/strategija`
  const title =
    part === 'koncepcija' || part === 'raditaji'
      ? text(`strategy.edit.part.${part}`)
      : code === null
        ? text(`strategy.edit.new.${part}`)
        : `${text(`strategy.edit.part.${part}`)}: ${name ? local(name) : code}`
  return (
    <EditPage
      title={title}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: text('strategy.title') }}
      historyAt={history ? historyAddress(municipality.slug, history.table, history.key) : undefined}
      intro={
        <>
          <EditList
            label={text('strategy.edit.parts')}
            links={PLAN_PARTS.map((one) => ({
              label: text(`strategy.edit.part.${one}`),
              address: twinOf(address, { [PART]: one }),
              isHere: one === part,
            }))}
          />
          {part === 'koncepcija' || part === 'raditaji' ? null : (
            <EditList
              label={text(`strategy.edit.part.${part}`)}
              links={[
                ...rows.map((row) => ({
                  label: row.title,
                  address: row.address
                    ? `${home}${row.address}`
                    : twinOf(address, { [PART]: part, [ROW]: row.code }),
                  isHere: row.code === code,
                })),
                {
                  label: text(`strategy.edit.new.${part}`),
                  address: twinOf(address, { [PART]: part, [ROW]: NEW }),
                  isHere: code === null,
                },
              ]}
            />
          )}
        </>
      }
      effects={(before, after) => <EditEffects before={before} after={after} />}
    />
  )
}
