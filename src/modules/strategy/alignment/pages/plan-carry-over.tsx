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
import { planAddress } from '../addresses.ts'
import { readAskedDraft } from '../asked-plan.server.ts'
import { carryOver, leftOver } from '../items.service.server.ts'
import { InLatvian } from '../parts/plan-words.tsx'
import { TickList } from '../parts/tick-list.tsx'
import { findPlans } from '../plan-store.server.ts'
import { tickedIn, ticksOf } from '../ticks.ts'
import type { Route } from './+types/plan-carry-over'

export const handle = {
  action: 'strategy.plan.carry',
  reads: ['strategy.alignment.edit', 'strategy.development.edit'],
  changes: ['strategy.alignment.edit', 'strategy.development.edit'],
} satisfies Handle

/** Plans of the same owner that began earlier, with what they have left unfinished. */
async function readEarlier(args: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const asked = await readAskedDraft(args)
  const { plan } = asked
  const plans = await readInRequest(args.context, (tx) => findPlans(tx, asked.municipality.id))
  const earlier = plans
    .filter(
      ({ id, owner, startsOn, state }) =>
        id !== plan.id && owner?.id === plan.owner?.id && startsOn < plan.startsOn && state !== 'withdrawn',
    )
    .map((from) => ({ from, left: leftOver(from, plan) }))
  return { ...asked, earlier }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, plan, earlier } = await readEarlier(args)
  return {
    municipality,
    plan: { kind: plan.kind, key: plan.key, title: plan.title },
    earlier: earlier.map(({ from, left }) => ({
      title: from.title,
      key: from.key,
      isOther: from.strategyId !== plan.strategyId,
      left: left.map(({ id, number, task, progress }) => ({ id, number, task, progress })),
    })),
    once: uuidv7(),
  }
}

export async function action(args: Route.ActionArgs) {
  const { user, asked, plan, earlier } = await readEarlier(args)
  const form = await readForm(args.request, z.object({}))
  const ids = tickedIn(form.entered)
  if (!form.ok || ids.size === 0)
    return form.answer({ '': [{ reason: 'strategy.alignment.carryOver.nothing' }] })
  const db = args.context.get(databaseContext)
  for (const { from, left } of earlier)
    if (left.some(({ id }) => ids.has(id))) await carryOver(db, user, asked, { from: from.key, ids })
  const address = planAddress(asked.slug, plan)
  throw redirect(addressIn(languageOf(new URL(args.request.url).pathname), address), 303)
}

/** Where what an earlier plan has left unfinished goes on. */
export default function PlanCarryOver({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, plan, earlier, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('strategy.alignment.carryOver.title')
  const some = earlier.filter(({ left }) => left.length > 0)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(planAddress(municipality.slug, plan))}>{plan.title}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('strategy.alignment.carryOver.help')}</p>
      {some.length === 0 ? (
        <p>{text('strategy.alignment.carryOver.none')}</p>
      ) : (
        <ActionForm answer={actionData} fields={{}} once={once}>
          {some.map(({ key, title: name, left, isOther }) => (
            <div key={key}>
              {isOther ? <p>{text('strategy.alignment.carryOver.otherStrategy')}</p> : null}
              <TickList
                legend={name}
                entered={actionData ? ticksOf(actionData.entered) : undefined}
                ticks={left.map(({ id, number, task, progress }) => ({
                  key: id,
                  label: (
                    <>
                      <span className="nr">{number}.</span> <InLatvian>{task}</InLatvian>
                    </>
                  ),
                  note: text(
                    progress
                      ? `strategy.alignment.progress.${progress}`
                      : 'strategy.alignment.progress.unsaid',
                  ),
                  isTicked: true,
                }))}
              />
            </div>
          ))}
          <button type="submit">{text('strategy.alignment.carryOver.save')}</button>
        </ActionForm>
      )}
    </Page>
  )
}
