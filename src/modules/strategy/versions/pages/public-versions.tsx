import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { readVersions } from '../read-plan.server.ts'
import { adoptedIn, numberAt } from '../version.ts'
import type { Route } from './+types/public-versions'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const { tree, versions } = await readInRequest(context, (tx) =>
    readVersions(tx, { municipalityId: municipality.id, plan }),
  )
  return { municipality, home, strategy: tree.strategy, versions: adoptedIn(versions) }
}

/** The versions of a plan, the one that holds first, each with the council's decision. */
export default function PublicVersions({ loaderData }: Route.ComponentProps) {
  const { municipality, home, strategy, versions } = loaderData
  const { text, local, path, date } = useSpeech()
  const newest = numberAt(versions)
  const { decision } = strategy
  const holds = (number: number) =>
    number === newest ? <strong>{text('strategy.versions.holds')}</strong> : null
  return (
    <Page title={text('strategy.versions.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`${home}/strategija`)}>{local(strategy.title)}</a>
      </p>
      <h1>{text('strategy.versions.title')}</h1>
      <p>{text('strategy.versions.public.lede')}</p>
      <ul className="list">
        {versions.toReversed().map(({ number, decision: own, reason }) => (
          <li key={number}>
            <a href={path(`${home}/redakcijas/${number}`)}>{text('strategy.versions.number', { number })}</a>{' '}
            {holds(number)}
            <small>
              {text('strategy.versions.decided', { number: own.number, on: date(own.decidedOn) })}{' '}
              {local(reason)}
            </small>
          </li>
        ))}
        <li>
          <a href={path(`${home}/redakcijas/1`)}>{text('strategy.versions.number', { number: 1 })}</a>{' '}
          {holds(1)}
          <small>
            {decision?.number && decision.decidedOn
              ? text('strategy.versions.decided', { number: decision.number, on: date(decision.decidedOn) })
              : text('strategy.versions.first')}
          </small>
        </li>
      </ul>
    </Page>
  )
}
