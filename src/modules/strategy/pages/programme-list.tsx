import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { CitedSources, InOurWords } from '#modules/sources/parts'
import { AsOfBanner } from '#platform/as-of/as-of-banner.tsx'
import { AS_OF, readAsOf } from '#platform/as-of/read-as-of.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { TakeAway } from '#platform/ui/download-links.tsx'
import { Fold } from '#platform/ui/fold.tsx'
import { Page } from '#platform/ui/page.tsx'
import { readPlan } from '../current-strategy.server.ts'
import { programmeDownloads } from '../downloads.ts'
import { actionsOf, type Programme } from '../model.ts'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { ProgrammeLinks } from '../parts/programme-links.tsx'
import { ProgrammeList } from '../parts/programme-list.tsx'
import type { Route } from './+types/programme-list'

export const handle = { parameters: [AS_OF] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asOf = readAsOf(new URL(request.url).searchParams)
  const place = { municipalityId: municipality.id, strategy: plan, asOf: asOf?.until }
  return readInRequest(context, async (tx) => ({
    municipality,
    home,
    asOf,
    ...(await readPlan(startReading(tx, place))),
  }))
}

export default function Programmes({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, home, asOf, tree, sources } = loaderData
  const place = local(municipality.name)
  const title = text('strategy.programmes')
  const address = path(`${home}/programmas`)
  if (!tree) return <NoStrategy title={title} place={place} asOf={asOf} current={address} />
  const actions = new Map(actionsOf(tree).map((action) => [action.code, action]))
  const written = tree.programmes.filter((programme) => programme.state === 'written')
  const promised = tree.programmes.filter((programme) => programme.state === 'planned')
  return (
    <Page title={title} place={place}>
      <p className="eyebrow">{title}</p>
      <h1>
        {text('strategy.programmes.headline', { count: written.length })}
        {promised.length > 0
          ? ` ${text('strategy.programmes.promisedToo', { count: promised.length })}`
          : null}
      </h1>
      {asOf ? <AsOfBanner day={asOf.day} current={address} /> : null}
      <InOurWords things={tree.programmes} sources={sources} home={home} />
      <EditLink address={`${home}/programmas`} />
      {written.length > 0 ? (
        <section>
          <h2>{text('strategy.programmes.written')}</h2>
          <ProgrammeList programmes={written} />
        </section>
      ) : null}
      {promised.length > 0 ? (
        <Fold id="solitas" title={text('strategy.programmes.promised')} count={promised.length}>
          <ProgrammeList programmes={promised} actions={actions} home={home} asOf={asOf?.day} />
        </Fold>
      ) : null}
      {written.length > 0 ? (
        <section id="links">
          <h2>{text('strategy.matrix')}</h2>
          {isLostInSource(written) ? <p>{text('strategy.matrix.lost')}</p> : null}
          <ProgrammeLinks goals={tree.goals} programmes={written} />
        </section>
      ) : null}
      {tree.programmes.length > 0 ? (
        <TakeAway what={title} files={programmeDownloads(tree.strategy.key, asOf)} />
      ) : null}
      <details className="fold">
        <summary>{text('strategy.sources')}</summary>
        <CitedSources
          cited={[
            { name: text('strategy.programmes'), citations: tree.programmes },
            { name: text('strategy.matrix'), citations: written.flatMap((programme) => programme.links) },
          ]}
          sources={sources}
          home={home}
        />
      </details>
    </Page>
  )
}

/** A link that is stated to be unknown comes from a table that cannot be read in its source. */
const isLostInSource = (programmes: readonly Programme[]) => {
  const links = programmes.flatMap((programme) => programme.links)
  return links.length > 0 && links.every((one) => one.link === 'unknown')
}
