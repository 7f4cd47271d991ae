import { weighByFacet } from '#modules/findings.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { commonTime } from './judged-time.ts'
import { type IndicatorFilter, type JudgedSeries, judgeSet } from './list.ts'
import { findOtherSeries } from './lookup-store.server.ts'
import type { IndicatorSet } from './model.ts'
import { contextIndicators } from './questions.ts'
import { getIndicatorSet } from './store.server.ts'
import { addTallies } from './tally.ts'
import { readJudged, readStanding } from './verdicts.server.ts'

/** How many series a page shows of the indicators that promise something, and of the others. */
const SHOWN = 100
const CONTEXT_SHOWN = 60

/** Which stretch of the list, and of the figures that give context; from 1. */
export type AskedPages = { page: number; contextPage: number }

/** What is asked of the list, besides by whose targets. */
type AskedOfList = {
  filter: IndicatorFilter
  /** Ids of the indicators of which one asks; undefined when it is all. */
  indicators: ReadonlySet<string> | undefined
  period: string | null
  pages: AskedPages
}

/**
 * A page of a municipality's indicators, with what can be said of all of them: counts are kept, and only the
 * figures that stand on the page are read.
 *
 * @param targetSet key of the set by which they are judged; undefined while there is none
 * @param isCurrent whether findings are kept of it
 * @param period the period asked for; another than the rule names is not answered
 */
export async function readIndicatorList(
  tx: DatabaseTransaction,
  { isCurrent, ...place }: { municipalityId: string; targetSet: string; isCurrent: boolean },
  { filter, indicators, period: wanted, pages: asked }: AskedOfList,
) {
  const { municipalityId, targetSet } = place
  const standing = await readStanding(tx, { ...place, period: wanted })
  const { asked: chosen, period, periodRule, verdicts, promised } = standing
  const found = await readJudged(
    tx,
    { ...place, period: chosen, periodRule },
    { ...filter, indicators: indicators && [...indicators] },
  )
  const rows = cut(found, asked.page, SHOWN)
  const shown = await getIndicatorSet(tx, municipalityId, targetSet, {
    series: rows.shown.map(({ seriesId }) => seriesId),
  })
  const context = cut(
    await findOtherSeries(tx, municipalityId, targetSet, promised),
    asked.contextPage,
    CONTEXT_SHOWN,
  )
  const around = await getIndicatorSet(tx, municipalityId, targetSet, { series: context.shown })
  return {
    chosen,
    time: commonTime(periodRule, period),
    periodRule,
    units: shown.units,
    counts: addTallies(verdicts),
    verdicts,
    found,
    rows: { ...rows, shown: judgeSet(shown, chosen) satisfies JudgedSeries[] },
    context: { ...context, shown: contextIndicators(around) },
    findings: isCurrent ? await weighFindings(tx, municipalityId, shown) : new Map(),
  }
}

const weighFindings = (tx: DatabaseTransaction, municipalityId: string, { indicators }: IndicatorSet) =>
  weighByFacet(tx, municipalityId, {
    family: 'indicators',
    facet: 'indicator',
    codes: indicators.map(({ code }) => code),
    parts: ['', ...indicators.map(({ id }) => id)],
  })

/** One page of a list, and how many there are. */
function cut<Item>(items: readonly Item[], asked: number, most: number) {
  const pages = Math.max(1, Math.ceil(items.length / most))
  const page = Math.min(asked, pages)
  return { shown: items.slice((page - 1) * most, page * most), page, pages }
}
