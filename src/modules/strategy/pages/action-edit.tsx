import { municipalityContext } from '#modules/registry.context'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { makeActionEdit } from '../edits/make-action-edit.server.ts'
import { ACTION_PARTS, FILE, NEW, PART, PERIOD, ROW, readActionPart, twinOf } from '../edits/parts.ts'
import { readMemberOptions } from '../edits/status.server.ts'
import { EditEffects } from '../parts/edit-effects.tsx'
import { EditList } from '../parts/edit-list.tsx'
import { EvidenceUpload } from '../parts/evidence-upload.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { actionAddress } from '../subjects.ts'
import type { Route } from './+types/action-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, PART, PERIOD, ROW, FILE],
  action: 'strategy.edit',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

async function asked({ request, context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const { municipality, plan } = context.get(municipalityContext)
  const { searchParams } = new URL(request.url)
  const part = readActionPart(searchParams)
  const accounts =
    part === 'statuss' ? await readMemberOptions(context.get(databaseContext), municipality.id) : []
  return readInRequest(context, (tx) =>
    makeActionEdit(tx, {
      municipalityId: municipality.id,
      plan,
      code: params.code,
      part,
      period: searchParams.get(PERIOD),
      row: searchParams.get(ROW),
      file: searchParams.get(FILE),
      accounts,
    }),
  )
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, home, plan } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, home, plan, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of an action's page: how far it has come, what the plan says of it, what shows that. */
export default function ActionEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, say } = useSpeech()
  const { municipality, home, plan, edit, more } = loaderData
  const { code, part, period, periods, evidence, history } = more
  const address = `${home}${actionAddress(code)}`
  const about =
    part === 'statuss'
      ? `${text('strategy.edit.action.statuss')}, ${say.period(period)}`
      : text(`strategy.edit.action.${part}`)
  return (
    <EditPage
      title={text('strategy.edit.action.title', { code, part: about })}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: local(more.title) }}
      historyAt={history ? historyAddress(municipality.slug, history.table, history.key) : undefined}
      intro={
        <>
          <EditList
            label={text('strategy.edit.action.parts')}
            links={ACTION_PARTS.map((one) => ({
              label: text(`strategy.edit.action.${one}`),
              address: twinOf(address, { [PART]: one }),
              isHere: one === part,
            }))}
          />
          {part === 'statuss' ? (
            <PeriodChoice address={address} asked={{ [PART]: part }} periods={periods} chosen={period} />
          ) : null}
          {part === 'pieradijumi' ? (
            <>
              <EditList
                label={text('strategy.edit.action.pieradijumi')}
                links={[
                  ...evidence.map((one) => ({
                    label: one.title,
                    address: twinOf(address, { [PART]: part, [ROW]: one.code }),
                    isHere: one.isHere,
                  })),
                  {
                    label: text('strategy.edit.evidence.new'),
                    address: twinOf(address, { [PART]: part, [ROW]: NEW }),
                    isHere: !evidence.some(({ isHere }) => isHere),
                  },
                ]}
              />
              <EvidenceUpload slug={municipality.slug} plan={plan} code={code} />
            </>
          ) : null}
        </>
      }
      effects={(before, after) => <EditEffects before={before} after={after} />}
    />
  )
}
