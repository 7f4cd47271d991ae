import type { IndicatorSet } from '#modules/indicators'
import { type Computable, getIndicatorSet } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Formula } from './formula.ts'

type Observation = IndicatorSet['indicators'][number]['series'][number]['results'][number]

/** A figure that a formula gives, as everybody sees it. */
export type FormulaEffect = { key: string; label: LocalText | null } & Pick<
  Observation,
  'period' | 'value' | 'note'
>

/** The figures of the series that a formula gives: of all institutions together, or of each. */
export async function readFormulaEffects(
  tx: DatabaseTransaction,
  municipalityId: string,
  { indicator, breakdown }: Pick<Computable, 'indicator' | 'breakdown'>,
  level: Formula['level'],
): Promise<FormulaEffect[]> {
  const { catalogue, id } = indicator
  const set = await getIndicatorSet(tx, municipalityId, catalogue, { indicators: [id], isAlone: true })
  const own = Object.entries(breakdown)
  return set.indicators
    .flatMap(({ series }) => series)
    .filter((one) => (one.institution === null) === (level === 'municipality'))
    .filter((one) => own.every(([dimension, value]) => one.breakdown[dimension] === value))
    .flatMap(({ key, label, results, baseline }) =>
      [...(baseline ? [baseline.observation] : []), ...results].map(({ period, value, note }) => ({
        key,
        label,
        period,
        value,
        note,
      })),
    )
}
