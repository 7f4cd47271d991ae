import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { inBoth } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findSeriesLabels } from '../label-store.server.ts'
import type { IndicatorsTables } from '../tables.server.ts'
import { findComputable, findSeriesOfAll } from './computed-store.server.ts'

/** A line of figures of all institutions together that can be computed. */
export type Computable = {
  /** `<plan>/<key of the series>` */
  key: string
  indicator: IndicatorsTables['indicators.indicator']
  breakdown: Record<string, string>
  name: LocalText
}

/** Everything in a municipality that a formula can give, in the order of plans and their indicators. */
export async function readComputable(tx: DatabaseTransaction, municipalityId: string): Promise<Computable[]> {
  const indicators = await findComputable(tx, municipalityId)
  const ids = indicators.map(({ id }) => id)
  const series = await findSeriesOfAll(tx, municipalityId, ids)
  const labels = new Map<string, LocalText | null>()
  for (const [catalogue, own] of Map.groupBy(series, (one) => one.catalogue)) {
    const keys = own.map(({ key }) => key)
    for (const [key, label] of await findSeriesLabels(tx, municipalityId, catalogue, keys))
      labels.set(`${catalogue}/${key}`, label)
  }
  const bySeries = Map.groupBy(series, (one) => one.indicator_id)
  const several = new Set(indicators.map(({ catalogue }) => catalogue)).size > 1
  return indicators.flatMap((indicator): Computable[] => {
    const { catalogue, code, title_lv, title_en } = indicator
    const own = bySeries.get(indicator.id) ?? [{ key: code, breakdown: {} }]
    return own.map(({ key, breakdown }) => {
      const label = labels.get(`${catalogue}/${key}`) ?? null
      return {
        key: `${catalogue}/${key}`,
        indicator,
        breakdown,
        name: inBoth(({ language }) =>
          [
            `${code} ${language === 'lv' ? title_lv : title_en}`,
            ...(label ? [label[language]] : []),
            ...(several ? [catalogue] : []),
          ].join(' · '),
        ),
      }
    })
  })
}
