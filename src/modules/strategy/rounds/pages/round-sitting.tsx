import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, keepUpContext, readInRequest } from '#platform/context.server.ts'
import { EditFields } from '#platform/editing/edit-fields.tsx'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { readMemberOptions } from '../../edits/status.server.ts'
import { roundActionAddress, roundAddress } from '../addresses.ts'
import { decideInSitting } from '../decide.service.server.ts'
import { groupFields, MOST_PRESENT, writeSeen } from '../decision-fields.ts'
import { ownText } from '../own-text.ts'
import { SittingLine } from '../parts/sitting-line.tsx'
import { readRound } from '../read-round.server.ts'
import { takesReports } from '../round.ts'
import { readSitting, sittingFields } from '../sitting-fields.ts'
import type { Route } from './+types/round-sitting'

export const handle = {
  action: 'strategy.round.sitting',
  reads: ['strategy.round.edit', 'strategy.edit'],
  changes: ['strategy.round.edit', 'strategy.edit'],
}

const Anything = z.object({})

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  demand(user, 'strategy.round.edit', { municipalityId })
  demand(user, 'strategy.edit', { municipalityId })
  const now = new Date()
  const today = municipalDay(now)
  const accounts = await readMemberOptions(context.get(databaseContext), municipalityId)
  return readInRequest(context, async (tx) => {
    const read = await readRound(tx, municipalityId, params.round, now)
    const { round, lines } = read ?? refuse(404, 'strategy.round.notFound')
    const reported = lines.filter(({ reports }) => reports.length > 0)
    const authors = reported.flatMap(({ reports }) => reports.at(-1)?.author ?? [])
    return {
      municipality: { slug, name: municipality.name },
      round,
      reported,
      names: Object.fromEntries(await findAccountNames(tx, municipalityId, authors)),
      fields: groupFields(accounts, MOST_PRESENT),
      mayReturn: takesReports(round, today),
      today,
      once: uuidv7(),
    }
  })
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId, slug } = municipality
  demand(user, 'strategy.round.edit', { municipalityId })
  demand(user, 'strategy.edit', { municipalityId })
  const form = await readForm(request, Anything)
  if (!form.ok) return form.answer()
  const now = new Date()
  const actions = await readInRequest(context, async (tx) => {
    const read = await readRound(tx, municipalityId, params.round, now)
    return (read ?? refuse(404, 'strategy.round.notFound')).lines.map((line) => line.action)
  })
  const db = context.get(databaseContext)
  const accounts = await readMemberOptions(db, municipalityId)
  const given = { name: ownText('strategy.round.sitting.group'), today: municipalDay(now) }
  const sitting = readSitting(form.entered, actions, accounts, given)
  if ('complaints' in sitting) return form.answer(sitting.complaints)
  const { items } = sitting
  const problems = await decideInSitting(
    db,
    user,
    { municipalityId, slug },
    { round: { key: params.round }, items },
  )
  if (problems.size > 0) {
    const isMeanwhile = [...problems.values()].some(({ kind }) => kind === 'meanwhile')
    const said = [...problems].map(([code, problem]) => {
      const reason = problem.kind === 'refused' ? problem.why : ('strategy.round.sitting.meanwhile' as const)
      return [sittingFields(code).act.name, [{ reason, values: { action: code } }]] as const
    })
    return form.answer(
      { '': [{ reason: 'strategy.round.sitting.none' }], ...Object.fromEntries(said) },
      isMeanwhile ? 409 : 422,
    )
  }
  // What fails here is tried again later by the process itself.
  await context
    .get(keepUpContext)(db, municipalityId)
    .catch(() => undefined)
  const here = addressIn(languageOf(new URL(request.url).pathname), roundAddress(slug, params.round))
  throw redirect(`${here}?lemts=${items.length}`, 303)
}

/** A working group decides on many reports of a round in one sitting: all of it, or nothing. */
export default function RoundSitting({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, round, reported, names, fields, mayReturn, today, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('strategy.round.sitting.title')
  const entered = actionData?.entered ?? {}
  const waiting = reported.filter(({ standing }) => standing === 'reported')
  // What was typed about these is not lost because somebody else has decided meanwhile.
  const decided = reported.flatMap((line) => {
    const { remark, objection } = sittingFields(line.action)
    const words = [entered[remark.name], entered[objection.name]].filter(Boolean).join('\n')
    return waiting.includes(line) || words === '' ? [] : [{ code: line.action, words }]
  })
  const ownFields = waiting.flatMap(({ action: code }) => {
    const { act, remark, objection } = sittingFields(code)
    return [act, remark, objection]
  })
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(roundAddress(municipality.slug, round.key))}>{local(round.title)}</a>
      </p>
      <h1>{title}</h1>
      {waiting.length === 0 && !actionData ? (
        <p>{text('strategy.round.sitting.empty')}</p>
      ) : (
        <>
          <p>{text('strategy.round.sitting.lede')}</p>
          <ActionForm
            answer={actionData}
            fields={Object.fromEntries([...fields, ...ownFields].map((field) => [field.name, field]))}
            once={once}
            values={{ decided_on: today }}
          >
            <h2>{text('strategy.round.sitting.who')}</h2>
            <p className="hint">{text('strategy.round.sitting.who.hint')}</p>
            <EditFields fields={fields} />
            {decided.map(({ code, words }) => (
              <p key={code} className="notice">
                {text('strategy.round.sitting.decided', { action: code, words })}{' '}
                <a href={path(roundActionAddress(municipality.slug, round.key, code))}>
                  {text('strategy.round.sitting.decided.link', { action: code })}
                </a>
              </p>
            ))}
            <h2>{text('strategy.round.sitting.reports', { count: waiting.length })}</h2>
            {waiting.map((line) => {
              const report = line.reports.at(-1)
              const { act, remark, objection } = sittingFields(line.action)
              return (
                <SittingLine
                  key={line.action}
                  line={line}
                  author={names[report?.author ?? ''] ?? ''}
                  seen={writeSeen({
                    version: report?.version ?? 0,
                    decision: line.decisions.at(-1)?.number ?? 0,
                  })}
                  mayReturn={mayReturn}
                  isOpen={[act, remark, objection].some(
                    ({ name }) => actionData?.complaints[name] ?? (name !== act.name && entered[name]),
                  )}
                />
              )
            })}
            <button type="submit">{text('strategy.round.sitting.button')}</button>
          </ActionForm>
        </>
      )}
    </Page>
  )
}
