import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { InOurWords } from '#modules/sources/parts'
import { findSourceDocuments } from '#modules/sources.server'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { defineSorting, readSort } from '#platform/ui/sort.ts'
import { goalsContext } from '../context.server.ts'
import { allFigureDownloads, indicatorDownloads } from '../downloads.ts'
import { groupByGoal } from '../goals.ts'
import { hasIntervals } from '../has-intervals.ts'
import { isFiltered, LIST_PARAMETERS, readFilter } from '../list.ts'
import { FOUND } from '../list-address.ts'
import { ContextTable } from '../parts/context-table.tsx'
import { CoveredNote } from '../parts/covered-note.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { GoalResults } from '../parts/goal-results.tsx'
import { IndicatorFilters } from '../parts/indicator-filters.tsx'
import { JudgedWhen } from '../parts/judged-when.tsx'
import { RangeLegend } from '../parts/range-legend.tsx'
import { VerdictHeadline } from '../parts/verdict-headline.tsx'
import { VerdictSummary } from '../parts/verdict-summary.tsx'
import { WithUnits } from '../parts/with-units.tsx'
import { judgedPeriods } from '../questions.ts'
import { readIndicatorList } from '../read-list.server.ts'
import { RESULT_ORDERS } from '../result-order.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import { addTallies } from '../tally.ts'
import type { Route } from './+types/indicator-list'

/** Name of the parameter that asks for a page of the figures that give context. */
const CONTEXT_PAGE = 'context'

/** What is found stands open when it is no more than this. */
const OPEN = 40

/** Each goal has a table of its own; one order holds for all. */
const SORTING = defineSorting(RESULT_ORDERS, { anchor: FOUND })

export const handle = { parameters: [...LIST_PARAMETERS, 'page', CONTEXT_PAGE, SORTING.parameter] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const filter = readFilter(asked)
  const pages = { page: asked.page(), contextPage: asked.page(CONTEXT_PAGE) }
  const sort = readSort(asked, SORTING)
  return readInRequest(context, async (tx) => {
    const targetSet = plan ?? (await findCurrentTargetSet(tx, municipality.id)) ?? ''
    const reading = startReading(tx, { municipalityId: municipality.id, strategy: plan })
    const goals = await context.get(goalsContext).find(reading)
    const goal = asked.oneOf(
      'goal',
      goals.map(({ code }) => code),
    )
    const read = await readIndicatorList(
      tx,
      { municipalityId: municipality.id, targetSet, isCurrent: plan === undefined },
      {
        filter,
        indicators: goals.find(({ code }) => code === goal)?.indicators,
        period: asked.text('period') ?? null,
        pages,
      },
    )
    asked.oneOf('period', judgedPeriods(read))
    asked.demandPage(read.rows.pages)
    asked.demandPage(read.context.pages, CONTEXT_PAGE)
    asked.demandRight()
    const sources = await findSourceDocuments(tx, municipality.id, targetSet)
    const isSome = goal !== undefined || isFiltered(filter)
    return { municipality, home, targetSet, filter, goals, goal, isSome, isSorted: !!sort, read, sources }
  })
}

/** Every indicator of a municipality with its latest results and what they mean for the targets. */
export default function IndicatorList({ loaderData }: Route.ComponentProps) {
  return (
    <WithUnits units={loaderData.read.units}>
      <Indicators loaderData={loaderData} />
    </WithUnits>
  )
}

type Props = Pick<Route.ComponentProps, 'loaderData'>

function Indicators({ loaderData }: Props) {
  const { municipality, home, targetSet, filter, goals, goal, isSome, read, sources } = loaderData
  const { chosen, time, periodRule, counts, rows } = read
  const speech = useSpeech()
  const { text, local, path } = speech
  const address = path(`${home}/raditaji`)
  if (counts.total === 0) {
    return (
      <Page title={text('indicators.list.title')} place={local(municipality.name)}>
        <h1>{text('indicators.list.title')}</h1>
        <EditLink address={`${home}/raditaji`} />
        <p>{text('indicators.list.empty', { place: local(municipality.name) })}</p>
        <ContextFigures read={read} address={address} />
      </Page>
    )
  }
  return (
    <Page
      title={text('indicators.list.title')}
      place={local(municipality.name)}
      description={text('indicators.list.lede')}
    >
      <p className="eyebrow">
        {text('indicators.list.title')} ·{' '}
        {time === null ? text('indicators.filter.latest') : speech.say.period(time.period)}
      </p>
      <h1>
        <VerdictHeadline counts={counts} />
      </h1>
      <EditLink address={`${home}/raditaji`} />
      <VerdictSummary counts={counts} address={address} chosen={chosen}>
        <JudgedWhen time={time} />
      </VerdictSummary>
      <section aria-labelledby="rows">
        <h2 id="rows">{text('indicators.list.choose')}</h2>
        <p>{text('indicators.list.lede')}</p>
        <InOurWords things={rows.shown.map(({ indicator }) => indicator)} sources={sources} home={home} />
        <IndicatorFilters
          address={address}
          periods={judgedPeriods({ periodRule })}
          chosen={chosen}
          goals={goals}
          goal={goal}
          filter={filter}
          isFiltered={isSome}
        />
        <p id={FOUND} className="found" tabIndex={-1}>
          {isSome
            ? text('indicators.list.found', { count: read.found.length, all: String(counts.total) })
            : text('indicators.list.all', { count: counts.total })}{' '}
          {read.found.length === 0 ? text('indicators.list.nothing') : text('indicators.list.nUnknown')}
        </p>
        {read.found.length === 0 ? null : (
          <details className="fold only-wide">
            <summary>{text('indicators.list.legend')}</summary>
            <RangeLegend hasIntervals={hasIntervals(rows.shown)} />
          </details>
        )}
        <CoveredNote indicators={rows.shown.map(({ indicator }) => indicator)} />
      </section>
      <ResultsByGoal loaderData={loaderData} />
      <Pages {...rows} anchor={FOUND} />
      <Downloads
        what={text('indicators.download.shown')}
        name={text('indicators.download.shown.name')}
        {...indicatorDownloads(targetSet, chosen, { ...filter, goal })}
      />
      <Downloads
        what={text('indicators.download.all')}
        name={text('indicators.download.all.name')}
        {...allFigureDownloads(targetSet)}
      />
      <ContextFigures read={read} address={address} />
    </Page>
  )
}

function ResultsByGoal({ loaderData }: Props) {
  const { home, goals, isSome, isSorted, read } = loaderData
  const { path } = useSpeech()
  const foundOf = groupByGoal(read.found, goals, ({ indicatorId }) => indicatorId)
  const countsOf = groupByGoal(read.verdicts, goals, ({ indicatorId }) => indicatorId)
  const groups = groupByGoal(read.rows.shown, goals, ({ indicator }) => indicator.id)
  const ofGoal = <Group extends { goal: unknown }>(all: Group[], goal: unknown) =>
    all.find((one) => one.goal === goal)
  return groups.map(({ goal, items }) => (
    <GoalResults
      key={goal?.code ?? ''}
      goal={goal}
      counts={addTallies(ofGoal(countsOf, goal)?.items ?? [])}
      rows={items}
      found={ofGoal(foundOf, goal)?.items.length ?? items.length}
      isOpen={isSorted || (isSome && (read.found.length <= OPEN || groups.length === 1))}
      time={read.time}
      chosen={read.chosen}
      address={path(`${home}/raditaji`)}
      home={home}
      findings={read.findings}
    />
  ))
}

type Read = Props['loaderData']['read']

/** Figures that describe the municipality, apart from those that are judged. */
function ContextFigures({ read: { context }, address }: { read: Read; address: string }) {
  const { text } = useSpeech()
  if (context.shown.length === 0) return null
  return (
    <section aria-labelledby="context">
      <h2 id="context">{text('indicators.context.title')}</h2>
      <p>{text('indicators.context.lede')}</p>
      <details className="fold" open={context.page > 1}>
        <summary>{text('indicators.context.count', { count: context.shown.length })}</summary>
        <ContextTable indicators={context.shown} address={address} />
        <CoveredNote indicators={context.shown} />
        <Pages {...context} parameter={CONTEXT_PAGE} anchor="context" />
      </details>
    </section>
  )
}
