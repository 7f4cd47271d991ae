import { findDisclosureRules, type RegistryTables } from '#modules/registry.server'
import type { Db } from '#platform/database/types.server.ts'
import type { Indicator, IndicatorSet, Series } from '../model.ts'
import type { IndicatorsTables } from '../tables.server.ts'
import { findExamination } from './cover-store.server.ts'
import { type Covering, protectObservation } from './protect.ts'
import { type AboutPeople, isAboutPeople } from './tells.ts'

type Own = Db<IndicatorsTables> & Db<RegistryTables>
type Examined = Pick<Indicator, 'id'> & AboutPeople

/** What decides which figures of some indicators are covered. Three statements, none where all are about things. */
export async function readCovering(
  db: Own,
  municipalityId: string,
  indicators: readonly Examined[],
): Promise<Covering | undefined> {
  const about = indicators.filter(isAboutPeople).map(({ id }) => id)
  if (about.length === 0) return undefined
  const { covers, examined } = await findExamination(db, municipalityId, about)
  const places = new Set(covers.map(({ series_id, period }) => `${series_id} ${period}`))
  return {
    rules: await findDisclosureRules(db),
    isCovered: (seriesId, period) => places.has(`${seriesId} ${period}`),
    examinedTo: new Map(examined.map(({ indicator_id, recorded_to }) => [indicator_id, recorded_to])),
  }
}

/** A set as the public may see it. Three statements, none where all indicators are about things. */
export async function protectSet(db: Own, municipalityId: string, set: IndicatorSet): Promise<IndicatorSet> {
  const covering = await readCovering(db, municipalityId, set.indicators)
  if (covering === undefined) return set
  return {
    ...set,
    indicators: set.indicators.map((indicator) =>
      isAboutPeople(indicator)
        ? {
            ...indicator,
            series: indicator.series.map((series) => protectSeries(indicator, series, covering)),
          }
        : indicator,
    ),
  }
}

function protectSeries(indicator: Examined, series: Series, covering: Covering): Series {
  const protect = (observation: Series['results'][number]) =>
    protectObservation(indicator, series.id, observation, covering)
  return {
    ...series,
    baseline: series.baseline && { ...series.baseline, observation: protect(series.baseline.observation) },
    results: series.results.map(protect),
  }
}
