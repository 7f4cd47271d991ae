import { type Finding, inOrderOf, type Reading } from '#modules/findings'
import { findKept } from '#modules/findings.server'
import { indicatorFamily } from './family.server.ts'
import { findingsAbout, type NamedFinding } from './findings.ts'
import { commonTime } from './judged-time.ts'
import { judgeIndicator } from './list.ts'
import { findIndicator, findNeighbours } from './lookup-store.server.ts'
import { commonPeriod } from './own-period.ts'
import { askedPeriod, judgedPeriods } from './questions.ts'
import { countFigureHistory, findFigureHistory, getIndicatorSet } from './store.server.ts'
import { addTallies } from './tally.ts'
import { readPeriodRule, readTallies } from './verdicts.server.ts'

/** How many series of an indicator a page shows, and how many states of its figures. */
const SERIES_SHOWN = 16
const STATES_SHOWN = 100

type Asked = {
  code: string
  targetSet: string
  /** Another period than the rule names is not answered. */
  period: string | null
  /** From 1. */
  page: number
  historyPage: number
}

/**
 * One indicator with all that is known of it, and nothing of any other. Undefined when its plan has none
 * of that code.
 */
export async function readIndicator(reading: Reading, { code, targetSet, ...asked }: Asked) {
  const { tx, municipalityId, asOf } = reading
  const found = await findIndicator(tx, municipalityId, targetSet, code)
  if (!found) return undefined
  const series = cutEvenly(found.series, asked.page, SERIES_SHOWN)
  const set = await getIndicatorSet(tx, municipalityId, targetSet, {
    indicators: [found.id],
    series: series.shown,
    asOf,
  })
  const [indicator] = set.indicators
  if (!indicator) return undefined
  const periodRule = await readPeriodRule(tx, municipalityId, targetSet)
  const periods = judgedPeriods({ periodRule })
  const chosen = askedPeriod({ periodRule }, asked.period)
  const verdicts = indicator.isPromised
    ? await readTallies(tx, { municipalityId, targetSet, period: chosen, periodRule, asOf }, [found.id])
    : []
  const states = await countFigureHistory(tx, municipalityId, found.id, asOf)
  const historyPages = Math.max(1, Math.ceil(states / STATES_SHOWN))
  const historyPage = Math.min(asked.historyPage, historyPages)
  return {
    set,
    indicator,
    chosen,
    periods,
    time: commonTime(periodRule, commonPeriod(verdicts.map(({ period }) => period))),
    counts: addTallies(verdicts),
    judged: indicator.isPromised ? judgeIndicator(indicator, set, chosen) : [],
    series,
    findings: await readFindings(reading, found),
    history: await findFigureHistory(
      tx,
      { municipalityId, targetSet, indicatorId: found.id },
      { asOf, from: (historyPage - 1) * STATES_SHOWN, most: STATES_SHOWN },
    ),
    states: { count: states, page: historyPage, pages: historyPages },
    ...(await findNeighbours(tx, municipalityId, targetSet, found)),
  }
}

/** What the data of an indicator say about themselves: kept of the newest state of the current plan, else looked for. */
async function readFindings(
  reading: Reading,
  { id, code }: { id: string; code: string },
): Promise<NamedFinding[]> {
  const { tx, municipalityId, asOf, strategy } = reading
  if (asOf === undefined && strategy === undefined) {
    const kept = await findKept(tx, municipalityId, [indicatorFamily], {
      families: [indicatorFamily.name],
      parts: ['', id],
      belongsTo: { indicator: code },
    })
    const plain = kept.map(
      ({ subjects, ...finding }): Finding => ({
        ...finding,
        subjects: subjects.map(({ subject }) => subject),
      }),
    )
    return findingsAbout(plain, code)
  }
  const found = [
    ...((await indicatorFamily.findInWhole(reading)) ?? []),
    ...(await indicatorFamily.findInParts(reading, [id])),
  ]
  return findingsAbout(
    found.sort(inOrderOf(indicatorFamily)).map(({ finding }) => finding),
    code,
  )
}

/** One page of a list cut into parts of nearly the same length, so that none holds a single one of several. */
function cutEvenly<Item>(items: readonly Item[], asked: number, most: number) {
  const pages = Math.max(1, Math.ceil(items.length / most))
  const page = Math.min(asked, pages)
  const [from, to] = [page - 1, page].map((end) => Math.round((items.length * end) / pages))
  return { shown: items.slice(from, to), page, pages }
}
