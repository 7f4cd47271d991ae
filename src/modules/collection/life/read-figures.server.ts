import { figureAddress, type IndicatorSet } from '#modules/indicators'
import { getIndicatorSet, getUnprotectedSet } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { may, type User } from '#platform/users.ts'
import type { Computed } from './observe.server.ts'

type Series = IndicatorSet['indicators'][number]['series'][number]
type Observation = Series['results'][number]

/** A figure that follows from accepted answers, as whoever asks may see it. */
export type MadeFigure = {
  formulaId: string
  /** Key of the institution; null for all of them together. */
  institution: string | null
  title: LocalText
  label: LocalText | null
  observation: Observation
  /** Where everybody reads it; null while the indicator is not public. */
  address: string | null
}

type Asked = { municipalityId: string; slug: string; period: string; computed: readonly Computed[] }

/**
 * The figures of a period that some formulas give. Those about few people are covered, save for whoever may see them.
 */
export async function readFigures(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, slug, period, computed }: Asked,
): Promise<MadeFigure[]> {
  const isUnprotected = may(user, 'indicators.unprotected.read', { municipalityId })
  const figures: MadeFigure[] = []
  for (const [catalogue, own] of Map.groupBy(computed, ({ indicator }) => indicator.catalogue)) {
    const reach = { indicators: own.map(({ indicator }) => indicator.id), isAlone: true }
    const set = isUnprotected
      ? await getUnprotectedSet(tx, user, { municipalityId, targetSet: catalogue }, reach)
      : await getIndicatorSet(tx, municipalityId, catalogue, reach)
    for (const { formula, indicator } of own) {
      const found = set.indicators.find(({ id }) => id === indicator.id)
      for (const series of found?.series ?? []) {
        const observation = observationOf(series, period)
        if (!observation || !isOf(series, formula)) continue
        figures.push({
          formulaId: formula.id,
          institution: series.institution?.key ?? null,
          title: {
            lv: `${indicator.code} ${indicator.title_lv}`,
            en: `${indicator.code} ${indicator.title_en}`,
          },
          label: series.label,
          observation,
          address: indicator.is_public
            ? `/${slug}/plani/${catalogue}${figureAddress(indicator.code, series.key, period)}`
            : null,
        })
      }
    }
  }
  return figures
}

const observationOf = ({ results, baseline }: Series, period: string) =>
  [...results, ...(baseline ? [baseline.observation] : [])].find((one) => one.period === period)

function isOf(series: Series, { level, breakdown }: Computed['formula']): boolean {
  const isLevel = (series.institution === null) === (level === 'municipality')
  const own = Object.entries(breakdown)
  return (
    isLevel &&
    own.length === Object.keys(series.breakdown).length &&
    own.every(([dimension, value]) => series.breakdown[dimension] === value)
  )
}
