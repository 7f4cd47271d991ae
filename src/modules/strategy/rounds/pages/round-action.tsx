import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { accountedActionAddress } from '../../accountability/addresses.ts'
import { readMemberOptions } from '../../edits/status.server.ts'
import { actionAddress } from '../../subjects.ts'
import { hasMilestone, reportedMilestone } from '../add-milestone.service.server.ts'
import { DONE, roundActionAddress, roundAddress } from '../addresses.ts'
import { groupFields, writeSeen } from '../decision-fields.ts'
import { LEAST_PRESENT, mayDecide } from '../may-decide.ts'
import { ActionAsked } from '../parts/action-asked.tsx'
import { DecideForms } from '../parts/decide-forms.tsx'
import { MilestoneOffer } from '../parts/milestone-offer.tsx'
import { ReportForm } from '../parts/report-form.tsx'
import { RoundSteps } from '../parts/round-steps.tsx'
import { StandingChip } from '../parts/standing-chip.tsx'
import { roundReader } from '../people.server.ts'
import { decideAsPosted } from '../post-decision.server.ts'
import { addMilestoneAsPosted } from '../post-milestone.server.ts'
import { reportAsPosted } from '../post-report.server.ts'
import { readRound } from '../read-round.server.ts'
import { takesReports } from '../round.ts'
import { isTheirs } from '../who-is-asked.ts'
import type { Route } from './+types/round-action'

export const handle = {
  action: 'strategy.round.step',
  parameters: ['lemts', 'pievienots'],
  reads: ['strategy.round.read'],
  changes: ['strategy.round.edit'],
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  const place = { municipalityId }
  const db = context.get(databaseContext)
  const now = new Date()
  const today = municipalDay(now)
  const isReader = may(user, 'strategy.round.read', place)
  const reader = isReader ? user : roundReader(municipalityId)
  const read = await readAs(db, reader, (tx) => readRound(tx, municipalityId, params.round, now), place)
  const line = read?.lines.find(({ action }) => action === params.action)
  const { round } = read ?? refuse(404, 'strategy.round.notFound')
  if (!line) refuse(404, 'strategy.round.notFound')
  const isOwn = isTheirs(line, user.id)
  if (!isReader && !isOwn) refuse(403, 'platform.refused.grant')
  const isEditor = may(user, 'strategy.round.edit', place) && may(user, 'strategy.edit', place)
  const ids = [
    ...line.reports.flatMap(({ author, handedBy }) => [author, handedBy]),
    ...line.decisions.map(({ decidedBy }) => decidedBy),
    ...[line.accountId, line.deputyId].flatMap((id) => id ?? []),
  ]
  const names = await readInRequest(context, (tx) => findAccountNames(tx, municipalityId, ids))
  const accounts = isEditor ? await readMemberOptions(db, municipalityId) : []
  const milestone = isEditor ? reportedMilestone(line) : null
  const ofPlan = { municipalityId, strategyId: round.strategyId }
  const isAdded =
    milestone !== null &&
    (await readInRequest(context, (tx) => hasMilestone(tx, ofPlan, { action: line.action, ...milestone })))
  const { searchParams } = new URL(request.url)
  const standing = { round, asked: line, accountId: user.id, today }
  return {
    municipality: { slug, name: municipality.name },
    round,
    line,
    names: Object.fromEntries(names),
    decided: searchParams.has('lemts'),
    added: searchParams.has('pievienots'),
    offered: isAdded ? null : milestone,
    isReporting: isOwn && takesReports(round, today) && line.standing !== 'accepted',
    decide:
      isEditor && line.reports.length > 0
        ? {
            seen: writeSeen({
              version: line.reports.at(-1)?.version ?? 0,
              decision: line.decisions.at(-1)?.number ?? 0,
            }),
            accept: mayDecide('accepted', { ...standing, present: 0 }),
            acceptTogether: mayDecide('accepted', { ...standing, present: LEAST_PRESENT }),
            giveBack: mayDecide('returned', { ...standing, present: 0 }),
            fields: groupFields(accounts),
            isGroup: round.decidedBy === 'group',
            today,
          }
        : null,
    once: uuidv7(),
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const town = { municipalityId: municipality.id, slug: municipality.slug }
  const round = { key: params.round }
  const language = languageOf(new URL(request.url).pathname)
  const act = new URLSearchParams(await request.clone().text()).get('act')
  if (act === 'report') {
    const reporter = { accountId: user.id, handedBy: '', way: 'page' } as const
    const posted = await reportAsPosted({ request, context }, town, round, reporter)
    if ('answer' in posted) return posted.answer
    const here = addressIn(language, roundAddress(municipality.slug, params.round))
    throw redirect(`${here}?${new URLSearchParams({ [DONE]: posted.action })}`, 303)
  }
  const here = addressIn(language, roundActionAddress(municipality.slug, params.round, params.action))
  if (act === 'milestone') {
    const about = { municipalityId: municipality.id, round: params.round, action: params.action }
    const refused = await addMilestoneAsPosted({ request, context }, user, about)
    if (refused) return refused
    throw redirect(`${here}?pievienots=1`, 303)
  }
  const answer = await decideAsPosted({ request, context }, user, town, { round, action: params.action })
  if (answer) return answer
  throw redirect(`${here}?lemts=1`, 303)
}

/** One action in a round: what was asked, reporting on it, every step, and deciding. */
export default function RoundAction({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, round, line, names, isReporting, decide, decided, added, offered, once } = loaderData
  const { text, local, path, say } = useSpeech()
  const { slug } = municipality
  const title = `${line.action} ${local(line.title)}`
  const meanwhile = actionData?.meanwhile
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(roundAddress(slug, round.key))}>{local(round.title)}</a> · {say.period(round.asOf)} ·{' '}
        <a href={path(`/${slug}${actionAddress(line.action)}`)}>{text('strategy.round.public')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <StandingChip standing={line.standing} />
      </p>
      {decided ? <p role="status">{text('strategy.round.decided')}</p> : null}
      {added ? (
        <p role="status">
          {text('strategy.round.milestone.added')}{' '}
          <a href={path(accountedActionAddress(slug, line.action))}>{text('strategy.accountability.open')}</a>
        </p>
      ) : null}
      {meanwhile && decide ? <p className="notice">{text('strategy.round.decide.meanwhile')}</p> : null}
      <ActionAsked line={line} />
      {isReporting ? (
        <section aria-labelledby="zinot">
          <h2 id="zinot">{text('strategy.round.report.title')}</h2>
          <ReportForm line={line} answer={actionData} once={once} />
        </section>
      ) : null}
      {offered ? (
        <MilestoneOffer
          offered={offered}
          answer={actionData?.entered.act === 'milestone' ? actionData : undefined}
          once={once}
        />
      ) : null}
      {decide ? <DecideForms {...decide} answer={actionData} once={once} /> : null}
      {line.reports.length > 0 ? (
        <section aria-labelledby="gaita">
          <h2 id="gaita">{text('strategy.round.steps')}</h2>
          <RoundSteps asked={line} names={names} />
        </section>
      ) : (
        <p>{text('strategy.round.notReported')}</p>
      )}
    </Page>
  )
}
