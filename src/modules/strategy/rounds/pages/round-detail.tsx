import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { AskedValues } from '#platform/asked.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { FormAnswer } from '#platform/forms/form.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { DONE, roundActionAddress, roundAddress } from '../addresses.ts'
import { OwnActions } from '../parts/own-actions.tsx'
import { RoundForDepartment } from '../parts/round-for-department.tsx'
import { readPeople, roundReader } from '../people.server.ts'
import { actAsPosted, type Handed } from '../post-act.server.ts'
import { readPeopleAsked } from '../read-people-asked.server.ts'
import { readRound } from '../read-round.server.ts'
import { takesReports } from '../round.ts'
import { isTheirs } from '../who-is-asked.ts'
import type { Route } from './+types/round-detail'

export const handle = {
  action: 'strategy.round.run',
  parameters: ['stavoklis', 'atgadinats', 'lemts', 'page', DONE],
  reads: ['strategy.round.read'],
  changes: ['strategy.round.edit'],
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId } = municipality
  const db = context.get(databaseContext)
  const now = new Date()
  const today = municipalDay(now)
  const values = new AskedValues(request)
  const { searchParams } = new URL(request.url)
  const isReader = may(user, 'strategy.round.read', { municipalityId })
  // Whoever is asked sees just their own actions, whatever else they may read.
  const reader = isReader ? user : roundReader(municipalityId)
  const within = { municipalityId }
  const read = await readAs(db, reader, (tx) => readRound(tx, municipalityId, params.round, now), within)
  const { round, lines, onTime } = read ?? refuse(404, 'strategy.round.notFound')
  const own = lines.filter((line) => isTheirs(line, user.id))
  if (!isReader && own.length === 0) refuse(403, 'platform.refused.grant')
  const people = isReader ? await readPeople(db, municipalityId) : null
  const asked =
    people &&
    (await readInRequest(context, (tx) => readPeopleAsked(tx, municipalityId, round, lines, people, today)))
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    round,
    own: takesReports(round, today) ? own : [],
    done: searchParams.get(DONE),
    told: searchParams.has('atgadinats') ? Number(searchParams.get('atgadinats')) || 0 : null,
    decided: Number(searchParams.get('lemts')) || null,
    once: uuidv7(),
    department: people && {
      lines,
      onTime,
      people: asked ?? [],
      names: Object.fromEntries([...people.holders].map(([id, { name }]) => [id, name])),
      chosen: searchParams.get('stavoklis'),
      page: values.page(),
      isEditor: may(user, 'strategy.round.edit', { municipalityId }),
      isDeciding: may(user, 'strategy.edit', { municipalityId }),
      isTaking: takesReports(round, today),
    },
  }
}

export async function action({ request, context, params }: Route.ActionArgs): Promise<FormAnswer | Handed> {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const town = { municipalityId: municipality.id, slug: municipality.slug }
  const answer = await actAsPosted({ request, context }, user, town, params.round)
  if (!('told' in answer)) return answer
  const here = addressIn(
    languageOf(new URL(request.url).pathname),
    roundAddress(municipality.slug, params.round),
  )
  throw redirect(answer.told === null ? here : `${here}?atgadinats=${answer.told}`, 303)
}

/** One round: for whoever is asked just their own actions, for the department all of it. */
export default function RoundDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, round, own, done, department } = loaderData
  const { text, local, path, say } = useSpeech()
  const { slug } = municipality
  return (
    <Page title={local(round.title)} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(roundAddress(slug, '').replace(/\/$/, ''))}>{text('strategy.round.menu')}</a> ·{' '}
        {say.period(round.asOf)} · {text(`strategy.round.state.${round.state}`)}
      </p>
      <h1>{local(round.title)}</h1>
      {done ? <p role="status">{text('strategy.round.own.done', { action: done })}</p> : null}
      {loaderData.decided === null ? null : (
        <p role="status">{text('strategy.round.sitting.done', { count: loaderData.decided })}</p>
      )}
      {loaderData.told === null ? null : (
        <p role="status">{text('strategy.round.reminded', { count: loaderData.told })}</p>
      )}
      {own.length > 0 ? (
        <section aria-labelledby="manas">
          <h2 id="manas">{text('strategy.round.own.title')}</h2>
          <OwnActions
            round={round}
            lines={own}
            chosen={null}
            addressOf={(code) => path(roundActionAddress(slug, round.key, code))}
            answer={undefined}
            once={loaderData.once}
          />
        </section>
      ) : null}
      {department ? (
        <RoundForDepartment
          slug={slug}
          round={round}
          {...department}
          once={loaderData.once}
          answer={actionData && 'complaints' in actionData ? actionData : undefined}
          handed={actionData && 'handed' in actionData ? actionData.handed : null}
        />
      ) : null}
    </Page>
  )
}
