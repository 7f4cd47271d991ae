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
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Page } from '#platform/ui/page.tsx'
import { readSort } from '#platform/ui/sort.ts'
import { LinkedBar } from '#platform/ui/stacked-bar.tsx'
import { isOverdue } from '../accountability/overdue.ts'
import { asksAnything, filterActions } from '../action-filter.ts'
import {
  ACTION_LIST,
  ACTION_PARAMETERS,
  ACTION_SORTING,
  readActionFilter,
  SEVERAL_ACTION_PARAMETERS,
} from '../action-query.ts'
import { readPlan } from '../current-strategy.server.ts'
import { actionDownloads } from '../downloads.ts'
import { actionsOf, countByStatus, standingActionsOf } from '../model.ts'
import { ActionFilterForm } from '../parts/action-filter-form.tsx'
import { ActionFolds } from '../parts/action-folds.tsx'
import { ActionPages } from '../parts/action-pages.tsx'
import { ActionTable } from '../parts/action-table.tsx'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { OverdueLine } from '../parts/overdue-line.tsx'
import { StatusGroups } from '../parts/status-groups.tsx'
import { StatusTable } from '../parts/status-table.tsx'
import { StatusTimesLine } from '../parts/status-times-line.tsx'
import { UnstatedLine } from '../parts/unstated-line.tsx'
import { sayParts, statusParts } from '../plots/status-parts.ts'
import { statedIn } from '../stated.ts'
import { statusTimes } from '../status-times.ts'
import { VersionLine } from '../versions/parts/version-line.tsx'
import { findVersions } from '../versions/version-store.server.ts'
import type { Route } from './+types/action-list'

/** A plan with more actions than this is folded by goals, and a list of what was found has so many on a page. */
const SHOWN = 20

export const handle = {
  parameters: [...ACTION_PARAMETERS, ACTION_SORTING.parameter, 'page', AS_OF],
  several: SEVERAL_ACTION_PARAMETERS,
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const asOf = askAsOf(asked)
  const place = { municipalityId: municipality.id, strategy: plan, asOf: asOf?.until }
  return readInRequest(context, async (tx) => {
    const read = await readPlan(startReading(tx, place))
    const filter = readActionFilter(asked, read.tree)
    const sort = readSort(asked, ACTION_SORTING)
    const today = asOf?.day ?? municipalDay()
    const found = read.tree ? filterActions(actionsOf(read.tree), filter, today) : []
    const pages = Math.max(1, Math.ceil(found.length / SHOWN))
    const page = asked.page()
    asked.demandPage(pages)
    asked.demandRight()
    const versions = read.tree ? await findVersions(tx, municipality.id, read.tree.strategy.id) : []
    const isFolded = !asksAnything(filter) && !sort && page === 1 && found.length > SHOWN
    return { municipality, home, filter, sort, asOf, today, found, page, pages, isFolded, versions, ...read }
  })
}

export default function ActionList({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, home, filter, sort, asOf, today, found, page, pages, isFolded } = loaderData
  const { versions, tree, sources } = loaderData
  const place = local(municipality.name)
  const title = text('strategy.actions')
  const address = path(`${home}/ricibas-plans`)
  if (!tree) return <NoStrategy title={title} place={place} asOf={asOf} current={address} />
  const files = actionDownloads(tree.strategy.key, filter, asOf)
  const all = actionsOf(tree)
  const isFiltered = asksAnything(filter)
  const standing = standingActionsOf(tree)
  const ended = all.length - standing.length
  const counts = countByStatus(standing)
  const listed = (query: string) => addressAsOf(`${home}/ricibas-plans?${query}#${ACTION_LIST}`, asOf?.day)
  const parts = statusParts(counts, text).map((part) => ({
    ...part,
    address: path(listed(`status=${part.key}`)),
  }))
  const times = statusTimes(standing)
  const shared = { goals: tree.goals, stating: standing, newest: times.newest, home, asOf: asOf?.day, today }
  const headline = text('strategy.actions.headline', {
    count: counts.total,
    implemented: counts.byStatus.implemented,
    inProgress: counts.byStatus.inProgress,
  })
  return (
    <Page title={title} place={place} description={`${place}: ${headline}.`} hasContents={false}>
      <p className="eyebrow">{title}</p>
      <h1>{headline}</h1>
      <p>
        <StatusTimesLine times={times} />
      </p>
      <VersionLine strategy={tree.strategy} versions={versions} at={asOf?.until} home={home} />
      {ended > 0 ? (
        <p>
          <a href={path(listed('status=ended'))}>{text('strategy.versions.ended', { count: ended })}</a>
        </p>
      ) : null}
      {asOf ? <AsOfBanner day={asOf.day} current={address} /> : null}
      <LinkedBar parts={parts} label={`${title}: ${sayParts(parts)}`} />
      <OverdueLine
        actions={standing}
        overdue={standing.filter((action) => isOverdue(action, today)).length}
        address={listed('overdue=yes')}
        isOfDay={asOf !== undefined}
      />
      <UnstatedLine actions={standing} />
      <details className="fold">
        <summary>{text('strategy.statuses')}</summary>
        <StatusTable counts={counts} addressOf={(status) => path(listed(`status=${status}`))} />
        <p className="after-table">{text('strategy.groups.hint')}</p>
        <StatusGroups counts={counts} />
      </details>
      <section>
        <h2>{isFiltered ? text('strategy.actions.chosen') : text('strategy.actions.list')}</h2>
        <InOurWords things={all} sources={sources} home={home} />
        <ActionFilterForm
          goals={tree.goals}
          filter={filter}
          sort={sort}
          address={`${address}#${ACTION_LIST}`}
          asOf={asOf?.day}
          isOpen={isFiltered}
        />
        <p id={isFolded ? ACTION_LIST : undefined}>
          {isFiltered
            ? text('strategy.actions.found', { count: found.length, total: all.length })
            : text('strategy.actions.all', { count: all.length })}{' '}
          {isFiltered ? (
            <a href={addressAsOf(`${address}#${ACTION_LIST}`, asOf?.day)}>{text('platform.filter.clear')}</a>
          ) : null}
          {isFolded ? <OneList stated={statedIn(standing)} listed={listed} /> : null}
        </p>
        {isFolded ? (
          <ActionFolds {...shared} actions={found} />
        ) : found.length > 0 ? (
          <ActionPages page={page} pages={pages} actions={found} sort={sort} size={SHOWN}>
            {(shown) => <ActionTable {...shared} actions={shown} total={found.length} sort={sort} />}
          </ActionPages>
        ) : (
          <p id={ACTION_LIST}>{text('strategy.actions.nothing')}</p>
        )}
        <EditLink address={`${home}/ricibas-plans`} />
        <p className="source">
          {isFiltered ? text('strategy.actions.download.found') : text('strategy.actions.download')}:{' '}
          <DownloadLinks what={title} files={files} />
        </p>
      </section>
    </Page>
  )
}

type OneListProps = { stated: ReturnType<typeof statedIn>; listed: (query: string) => string }

/** The way from the folds to all actions in one list. */
function OneList({ stated, listed }: OneListProps) {
  const { text, path } = useSpeech()
  return stated.dueOn ? (
    <a href={path(listed('sort=due'))}>{text('strategy.actions.byDue')}</a>
  ) : (
    <a href={path(listed('sort=status'))}>{text('strategy.actions.byStatus')}</a>
  )
}
