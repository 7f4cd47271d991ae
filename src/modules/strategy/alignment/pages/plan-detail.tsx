import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { databaseContext, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { coverageAddress, NEW_ITEM, planAddress, plansHome } from '../addresses.ts'
import { readAskedPlan } from '../asked-plan.server.ts'
import { answerComment, commentOnPlan, takeStep } from '../consult.service.server.ts'
import { alignmentOf, type PlanItem } from '../model.ts'
import { Consultation } from '../parts/consultation.tsx'
import { ItemTable } from '../parts/item-table.tsx'
import { DepartmentForm, OwnerForms, ReplyForm } from '../parts/plan-forms.tsx'
import { InLatvian, PlanOwnerName, PlanStateChip, PlanTime } from '../parts/plan-words.tsx'
import { complaintsOfForm, PlanForm } from '../plan-form.ts'
import { mayAgree, mayConsult, mayWrite } from '../plan-rights.ts'
import { readSteps } from '../read-steps.server.ts'
import type { Route } from './+types/plan-detail'

export const handle = {
  action: 'strategy.plan.step',
  reads: ['strategy.alignment.read'],
  changes: ['strategy.alignment.edit', 'strategy.development.edit'],
} satisfies Handle

export async function loader(args: Route.LoaderArgs) {
  const { user, municipality, plan } = await readAskedPlan(args)
  const read = await readInRequest(args.context, (tx) => readSteps(tx, plan))
  return {
    municipality,
    plan,
    ...read,
    may: { write: mayWrite(user, plan), consult: mayConsult(user, plan), agree: mayAgree(user, plan) },
    once: uuidv7(),
  }
}

export async function action(args: Route.ActionArgs) {
  const { user, asked } = await readAskedPlan(args)
  const form = await readForm(args.request, PlanForm)
  if (!form.ok) return form.answer()
  const { step, words = null, item, reason, reply = '', reply_to: commentId = '', ...agreed } = form.value
  const complaints = complaintsOfForm(form.value, municipalDay())
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const db = args.context.get(databaseContext)
  const { once, version } = form
  const moved = await (step === 'comment'
    ? commentOnPlan(db, user, asked, { once, words: words ?? '', itemId: item ?? null })
    : step === 'reply'
      ? answerComment(db, user, asked, { once, words: reply, commentId })
      : takeStep(db, user, asked, {
          step,
          version,
          words: step === 'withdrawn' ? (reason ?? null) : step === 'submitted' ? null : words,
          ...(step === 'agreed'
            ? { agreed: { on: agreed.agreed_on ?? '', by: agreed.agreed_by ?? '' } }
            : {}),
        }))
  if (moved.kind === 'refused') return form.answer({ '': [{ reason: moved.why }] })
  if (moved.kind === 'meanwhile') return form.answerMeanwhile({ version, saved: {} })
  throw redirect(new URL(args.request.url).pathname, 303)
}

/** A plan with its tasks, what is done with it, and what was said about it. */
export default function PlanDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, plan, steps, names, may, once } = loaderData
  const { text, local, path, say } = useSpeech()
  const { slug } = municipality
  const address = planAddress(slug, plan)
  const isDraft = plan.state === 'draft'
  const isEditable = may.write && (isDraft || plan.state === 'agreed')
  const open = plan.items.filter((item) => alignmentOf(item) === 'unsaid').length
  const links = [
    ...(may.write && isDraft
      ? ([
          [`${address}/uzdevumi/${NEW_ITEM}`, 'strategy.alignment.link.newItem'],
          [`${address}/no-darbibam`, 'strategy.alignment.link.fromActions'],
          [`${address}/parnemt`, 'strategy.alignment.link.carryOver'],
          [`${address}/augsupielade`, 'strategy.alignment.link.upload'],
          [`${address}/labot`, 'strategy.alignment.link.edit'],
        ] as const)
      : []),
    [`${address}/plans.xlsx`, 'strategy.alignment.link.download'] as const,
  ]
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title: plan.title }) : plan.title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(plansHome(slug, plan.kind))}>{text(`strategy.alignment.menu.${plan.kind}`)}</a>
        {' · '}
        <a href={path(coverageAddress(slug))}>{text('strategy.alignment.coverage')}</a>
      </p>
      <h1>
        <InLatvian>{plan.title}</InLatvian>
      </h1>
      <p>
        <PlanStateChip state={plan.state} /> <PlanOwnerName owner={plan.owner} /> ·{' '}
        <PlanTime startsOn={plan.startsOn} endsOn={plan.endsOn} />
        {plan.dueOn && isDraft ? ` · ${text('strategy.alignment.due', { date: say.day(plan.dueOn) })}` : null}
      </p>
      <ul className="links">
        {links.map(([to, label]) => (
          <li key={to}>
            <a href={path(to)}>{text(label)}</a>
          </li>
        ))}
      </ul>
      {plan.items.length === 0 ? (
        <p>{text('strategy.alignment.noItems')}</p>
      ) : (
        <>
          {open > 0 ? <p role="note">{text('strategy.alignment.unsaidItems', { count: open })}</p> : null}
          <ItemTable
            items={plan.items}
            home={`/${slug}`}
            editAt={isEditable ? (item: PlanItem) => `${address}/uzdevumi/${item.id}` : undefined}
            caption={text('strategy.alignment.items', { count: plan.items.length })}
          />
        </>
      )}
      {may.write && isDraft ? <OwnerForms plan={plan} answer={actionData} once={once} /> : null}
      <h2>{text('strategy.alignment.consultation')}</h2>
      <Consultation plan={plan} steps={steps} names={names} />
      {may.write ? <ReplyForm answer={actionData} once={once} steps={steps} /> : null}
      {may.consult && plan.state !== 'withdrawn' ? (
        <section aria-labelledby="say">
          <h2 id="say">{text('strategy.alignment.say')}</h2>
          {plan.state === 'submitted' && !may.agree ? <p>{text('strategy.alignment.refused.own')}</p> : null}
          <DepartmentForm plan={plan} answer={actionData} once={once} mayAgree={may.agree} />
        </section>
      ) : null}
    </Page>
  )
}
