import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { InOurWords } from '#modules/sources/parts'
import { AsOfBanner } from '#platform/as-of/as-of-banner.tsx'
import { AS_OF, addressAsOf, askAsOf } from '#platform/as-of/read-as-of.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { BarLegend, StackedBar } from '#platform/ui/stacked-bar.tsx'
import { ACTION_PARAMETERS, readActionFilter } from '../action-query.ts'
import { readPlan } from '../current-strategy.server.ts'
import { actionDownloads } from '../downloads.ts'
import { actionsOf, countByStatus, filterActions, standingActionsOf } from '../model.ts'
import { ActionFilterForm } from '../parts/action-filter-form.tsx'
import { ActionTable } from '../parts/action-table.tsx'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { StatusGroups } from '../parts/status-groups.tsx'
import { StatusTable } from '../parts/status-table.tsx'
import { StatusTimesLine } from '../parts/status-times-line.tsx'
import { sayParts, statusParts } from '../plots/status-parts.ts'
import { statusTimes } from '../status-times.ts'
import { VersionLine } from '../versions/parts/version-line.tsx'
import { findVersions } from '../versions/version-store.server.ts'
import type { Route } from './+types/action-list'

export const handle = { parameters: [...ACTION_PARAMETERS, AS_OF] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const asOf = askAsOf(asked)
  const place = { municipalityId: municipality.id, strategy: plan, asOf: asOf?.until }
  return readInRequest(context, async (tx) => {
    const read = await readPlan(startReading(tx, place))
    const filter = readActionFilter(asked, read.tree)
    asked.demandRight()
    const versions = read.tree ? await findVersions(tx, municipality.id, read.tree.strategy.id) : []
    return { municipality, home, filter, asOf, today: municipalDay(), versions, ...read }
  })
}

export default function ActionList({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, home, filter, asOf, today, versions, tree, sources } = loaderData
  const place = local(municipality.name)
  const title = text('strategy.actions')
  const address = path(`${home}/ricibas-plans`)
  if (!tree) return <NoStrategy title={title} place={place} asOf={asOf} current={address} />
  const files = actionDownloads(tree.strategy.key, filter, asOf)
  const all = actionsOf(tree)
  const found = filterActions(all, filter)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const standing = standingActionsOf(tree)
  const ended = all.length - standing.length
  const counts = countByStatus(standing)
  const parts = statusParts(counts, text)
  const shown = parts.filter((part) => part.count > 0)
  const times = statusTimes(standing)
  return (
    <Page title={title} place={place}>
      <p className="eyebrow">{title}</p>
      <h1>
        {text('strategy.actions.headline', {
          count: counts.total,
          implemented: counts.byStatus.implemented,
          inProgress: counts.byStatus.inProgress,
        })}
      </h1>
      <p>
        <StatusTimesLine times={times} />
      </p>
      <VersionLine strategy={tree.strategy} versions={versions} at={asOf?.until} home={home} />
      {ended > 0 ? (
        <p>
          <a href={addressAsOf(`${address}?status=ended#darbibas`, asOf?.day)}>
            {text('strategy.versions.ended', { count: ended })}
          </a>
        </p>
      ) : null}
      {asOf ? <AsOfBanner day={asOf.day} current={address} /> : null}
      <figure>
        <StackedBar parts={parts} label={`${title}: ${sayParts(parts)}`} isLarge />
        <figcaption>
          <BarLegend parts={shown} />
        </figcaption>
      </figure>
      <section>
        <h2>{text('strategy.statuses')}</h2>
        <StatusTable counts={counts} />
        <p className="after-table">{text('strategy.groups.hint')}</p>
        <StatusGroups counts={counts} />
      </section>
      <section>
        <h2 id="darbibas">{text('strategy.actions.list')}</h2>
        <InOurWords things={all} sources={sources} home={home} />
        <ActionFilterForm
          goals={tree.goals}
          filter={filter}
          address={`${address}#darbibas`}
          asOf={asOf?.day}
        />
        <p>
          {isFiltered
            ? text('strategy.actions.found', { count: found.length, total: all.length })
            : text('strategy.actions.all', { count: all.length })}{' '}
          {isFiltered ? (
            <a href={addressAsOf(`${address}#darbibas`, asOf?.day)}>{text('platform.filter.clear')}</a>
          ) : null}
        </p>
        {found.length > 0 ? (
          <ActionTable
            goals={tree.goals}
            actions={found}
            total={all.length}
            newest={times.newest}
            home={home}
            asOf={asOf?.day}
            today={asOf?.day ?? today}
          />
        ) : (
          <p>{text('strategy.actions.nothing')}</p>
        )}
        <EditLink address={`${home}/ricibas-plans`} />
        <p className="source">
          {text('strategy.actions.download')}: <a href={files.csv}>CSV</a> · <a href={files.json}>JSON</a>
        </p>
      </section>
    </Page>
  )
}
