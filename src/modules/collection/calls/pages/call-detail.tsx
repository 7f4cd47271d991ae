import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import {
  answersAddress,
  callAddress,
  collectionHome,
  publicCallAddress,
  resultsAddress,
} from '../../addresses.ts'
import { demandReader } from '../../demand-reader.ts'
import { readCompleteness } from '../../monitoring/read-completeness.server.ts'
import { audienceOn } from '../audience-on.ts'
import { findCall } from '../call-store.server.ts'
import { AudiencePreview } from '../parts/audience-preview.tsx'
import { AskedElements, CallFacts, CheckWords } from '../parts/call-facts.tsx'
import { CallParts } from '../parts/call-parts.tsx'
import { OwnCalls } from '../parts/own-calls.tsx'
import { phaseOf } from '../phase.ts'
import { findPreparedForm } from '../prepared-store.server.ts'
import { answersFor, readOwnCalls } from '../read-calls.server.ts'
import { readPlaces } from '../read-places.server.ts'
import type { Route } from './+types/call-detail'

export const handle = { reads: ['collection.read'] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId } = municipality
  demandReader(user, municipalityId)
  const isDepartment = may(user, 'collection.read', { municipalityId })
  const now = new Date()
  const read = await readInRequest(context, async (tx) => {
    const call = (await findCall(tx, municipalityId, params.call)) ?? refuse(404, 'collection.notFound')
    const names = await findAccountNames(
      tx,
      municipalityId,
      [call.responsibleId, call.deputyId].filter((id) => id !== null),
    )
    const isAsked = call.state !== 'draft' && isDepartment
    const own = await readOwnCalls(tx, municipalityId, answersFor(user, municipalityId), now)
    return {
      call,
      phase: phaseOf(call, now),
      form: await findPreparedForm(tx, municipalityId, call),
      names: Object.fromEntries(names),
      own: own.filter((one) => one.call.id === call.id),
      completeness: isAsked
        ? (await readCompleteness(tx, municipalityId, [call], now)).get(call.id)
        : undefined,
      audience:
        isDepartment && call.state === 'draft'
          ? audienceOn(await readPlaces(tx, municipalityId), call, now)
          : undefined,
    }
  })
  return { municipality, ...read, isEditor: may(user, 'collection.call.edit', { municipalityId }) }
}

/** One call: why, what, of whom, by when, and what can be done with it now. */
export default function CallDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, call, phase, form, names, own, completeness, audience, isEditor } = loaderData
  const { text, local, path, instant } = useSpeech()
  const title = local(call.title)
  const { slug } = municipality
  const here = callAddress(slug, call.key)
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(collectionHome(slug))}>{text('collection.menu')}</a> ·{' '}
        {text(`collection.phase.${phase}`)}
      </p>
      <h1>{title}</h1>
      <p>{text(`collection.phase.${phase}.why`, { at: instant(call.opensAt) })}</p>
      {isEditor ? <CallParts slug={slug} call={call} /> : null}
      {completeness ? (
        <p>
          {completeness.share === null
            ? text('collection.completeness.nobody')
            : text('collection.call.complete', {
                part: completeness.handedIn,
                whole: completeness.expected,
                accepted: completeness.by.accepted,
              })}{' '}
          <a href={path(`${here}/uzraudziba`)}>{text('collection.call.monitoring')}</a>
          {isEditor ? (
            <>
              {' · '}
              <a href={path(resultsAddress(slug, call.key))}>{text('collection.results.title')}</a>
            </>
          ) : null}
          {' · '}
          <a href={path(answersAddress(slug, call.key, 'xlsx'))}>
            {text('collection.answers.download.xlsx')}
          </a>{' '}
          ·{' '}
          <a href={path(answersAddress(slug, call.key, 'csv'))}>{text('collection.answers.download.csv')}</a>
        </p>
      ) : null}
      {isEditor && call.state === 'open' ? (
        <p>
          <a href={path(`${here}/termini`)}>{text('collection.extend.title')}</a> ·{' '}
          <a href={path(`${here}/atsaukt`)}>{text('collection.withdraw.title')}</a>
        </p>
      ) : null}
      {own.length > 0 ? <OwnCalls slug={slug} calls={own} /> : null}
      <CallFacts call={call} names={names} />
      <h2>{text('collection.call.asks', { count: form.elements.length })}</h2>
      <AskedElements form={form} />
      <h2>{text('collection.call.checks', { count: form.checks.length })}</h2>
      <CheckWords form={form} />
      {audience ? <AudiencePreview audience={audience} dueAt={call.dueAt} /> : null}
      {call.state === 'draft' ? null : (
        <p className="hint">
          <a href={path(publicCallAddress(slug, call.key))}>{text('collection.call.public')}</a>
        </p>
      )}
      {isEditor ? (
        <p className="hint">
          <a href={path(`${here}/sagatave`)}>{text('collection.template.fromCall')}</a>
        </p>
      ) : null}
    </Page>
  )
}
