import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { currentStatus } from '../../model.ts'
import { StatusChip } from '../../parts/status-chip.tsx'
import { planAddress } from '../addresses.ts'
import { readAskedDraft } from '../asked-plan.server.ts'
import { addFromActions } from '../items.service.server.ts'
import { TickList } from '../parts/tick-list.tsx'
import { readConcerns } from '../read-concerns.server.ts'
import { tickedIn, ticksOf } from '../ticks.ts'
import type { Route } from './+types/plan-from-actions'

export const handle = {
  action: 'strategy.plan.draft',
  reads: ['strategy.alignment.edit', 'strategy.development.edit'],
  changes: ['strategy.alignment.edit', 'strategy.development.edit'],
} satisfies Handle

export async function loader(args: Route.LoaderArgs) {
  const { municipality, plan } = await readAskedDraft(args)
  const { actions, concerns } = await readInRequest(args.context, (tx) => readConcerns(tx, plan))
  const served = new Set(plan.items.flatMap((item) => item.actions))
  return {
    municipality,
    plan: { kind: plan.kind, key: plan.key, title: plan.title, hasOwner: plan.owner !== null },
    actions: actions
      .filter(({ code }) => !served.has(code))
      .map((action) => ({
        code: action.code,
        title: action.title,
        status: currentStatus(action),
        concern: concerns.get(action.code),
      })),
    served: served.size,
    once: uuidv7(),
  }
}

export async function action(args: Route.ActionArgs) {
  const { user, asked, plan } = await readAskedDraft(args)
  const form = await readForm(args.request, z.object({}))
  const ticked = tickedIn(form.entered)
  if (!form.ok || ticked.size === 0)
    return form.answer({ '': [{ reason: 'strategy.alignment.fromActions.nothing' }] })
  await addFromActions(args.context.get(databaseContext), user, asked, ticked)
  const address = planAddress(asked.slug, plan)
  throw redirect(addressIn(languageOf(new URL(args.request.url).pathname), address), 303)
}

/** Where a plan is drafted from the actions that concern whoever writes it. */
export default function PlanFromActions({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, plan, actions, served, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('strategy.alignment.fromActions.title')
  const isConcerned = ({ concern }: (typeof actions)[number]) => concern !== undefined
  const groups = plan.hasOwner
    ? [
        { legend: text('strategy.alignment.fromActions.concerned'), own: actions.filter(isConcerned) },
        {
          legend: text('strategy.alignment.fromActions.others'),
          own: actions.filter((one) => !isConcerned(one)),
        },
      ]
    : [{ legend: text('strategy.actions'), own: actions }]
  const entered = actionData ? ticksOf(actionData.entered) : undefined
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(planAddress(municipality.slug, plan))}>{plan.title}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('strategy.alignment.fromActions.help')}</p>
      {plan.hasOwner ? <p>{text('strategy.alignment.fromActions.rule')}</p> : null}
      {served > 0 ? <p>{text('strategy.alignment.fromActions.served', { count: served })}</p> : null}
      <ActionForm answer={actionData} fields={{}} once={once}>
        {groups
          .filter(({ own }) => own.length > 0)
          .map(({ legend, own }) => (
            <TickList
              key={legend}
              legend={legend}
              entered={entered}
              ticks={own.map(({ code, title: name, status, concern }) => ({
                key: code,
                label: (
                  <>
                    <span className="nr">{code}</span> {local(name)} <StatusChip status={status} />
                  </>
                ),
                note: concern ? text(`strategy.alignment.concern.${concern}`) : undefined,
                isTicked: false,
              }))}
            />
          ))}
        <button type="submit">{text('strategy.alignment.fromActions.save')}</button>
      </ActionForm>
    </Page>
  )
}
