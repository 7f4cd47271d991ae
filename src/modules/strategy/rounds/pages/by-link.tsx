import { data, redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { databaseContext } from '#platform/context.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { FormAnswer } from '#platform/forms/form.ts'
import { Complained } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { ACTION, BY_LINK, DONE, MARK } from '../addresses.ts'
import { readLink } from '../links.service.server.ts'
import { chooseAction, OwnActions } from '../parts/own-actions.tsx'
import { roundReader } from '../people.server.ts'
import { reportAsPosted } from '../post-report.server.ts'
import { readRound } from '../read-round.server.ts'
import { isTheirs } from '../who-is-asked.ts'
import type { Route } from './+types/by-link'

export const handle = { parameters: [MARK, ACTION, DONE], action: 'strategy.round.report' }

const markOf = (request: Request) => new URL(request.url).searchParams.get(MARK) ?? ''

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const db = context.get(databaseContext)
  const now = new Date()
  const mark = markOf(request)
  if (mark === '') return { problem: 'strategy.round.link.unknown' as const, own: null }
  const link = await readLink(db, mark, now)
  if (!link) return data({ problem: 'strategy.round.link.unknown' as const, own: null }, 404)
  const { municipalityId, accountId, problem, round } = link
  // What a revoked link led to is not shown by it any more.
  if (problem !== null) return data({ problem, own: null }, 409)
  const read = await readAs(
    db,
    roundReader(municipalityId),
    (tx) => readRound(tx, municipalityId, round.key, now),
    {
      municipalityId,
    },
  )
  const lines = (read?.lines ?? []).filter((line) => isTheirs(line, accountId))
  const done = searchParams.get(DONE)
  const own = {
    round,
    lines,
    mark,
    chosen: chooseAction(lines, searchParams.get(ACTION)),
    done: lines.some(({ action }) => action === done) ? done : null,
    once: uuidv7(),
  }
  return { problem: null, own }
}

export async function action({ context, request }: Route.ActionArgs) {
  const mark = markOf(request)
  const link = await readLink(context.get(databaseContext), mark, new Date())
  if (!link) return new FormAnswer(422, {}, { '': [{ reason: 'strategy.round.link.unknown' }] })
  if (link.problem !== null) return new FormAnswer(422, {}, { '': [{ reason: link.problem }] })
  const { accountId, handedBy, round } = link
  const reporter = { accountId, handedBy, way: 'link' } as const
  const posted = await reportAsPosted({ request, context }, link, round, reporter)
  if ('answer' in posted) return posted.answer
  const here = addressIn(languageOf(new URL(request.url).pathname), BY_LINK)
  throw redirect(`${here}?${new URLSearchParams({ [MARK]: mark, [DONE]: posted.action })}`, 303)
}

/** Reporting on one's own actions by a link in a letter, without signing in: a visit alone changes nothing. */
export default function ByLinkPage({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, path, say } = useSpeech()
  const { problem, own } = loaderData
  const title = text('strategy.round.link.title')
  const here = path(BY_LINK)
  // What is refused of an action that is not theirs has no form in which it could stand.
  const isElsewhere = actionData && !own?.lines.some((line) => line.action === actionData.entered.action)
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      {own ? <p className="eyebrow">{say.period(own.round.asOf)}</p> : null}
      <h1>{own ? local(own.round.title) : title}</h1>
      {isElsewhere && !problem ? <Complained complaints={actionData.complaints} fields={{}} /> : null}
      {problem ? <p role="alert">{text(problem)}</p> : null}
      {own?.done ? <p role="status">{text('strategy.round.own.done', { action: own.done })}</p> : null}
      {own && own.lines.length === 0 ? <p>{text('strategy.round.own.none')}</p> : null}
      {own && own.lines.length > 0 ? (
        <OwnActions
          round={own.round}
          lines={own.lines}
          chosen={actionData ? chooseAction(own.lines, actionData.entered.action ?? null) : own.chosen}
          addressOf={(action) => `${here}?${new URLSearchParams({ [MARK]: own.mark, [ACTION]: action })}`}
          answer={actionData}
          once={own.once}
        />
      ) : null}
      <p>
        <a href={path('/darbs')}>{text('strategy.round.link.desk')}</a>
      </p>
    </Page>
  )
}
