import type { Indicator, Series } from './model.ts'

/** A series that is the whole of others: along one dimension, or of all institutions. */
export type Total = { total: Series; parts: Series[] }

/** Every series of an indicator that is the whole of others along one dimension of its breakdown. */
export function totalsOf({ series }: Pick<Indicator, 'series'>): Total[] {
  const dimensions = new Set(series.flatMap(({ breakdown }) => Object.keys(breakdown)))
  return [...dimensions].flatMap((dimension) => {
    const partsAt = Map.groupBy(
      series.filter(({ breakdown }) => !isTotal(breakdown[dimension])),
      (one) => placeBut(dimension, one),
    )
    return series.flatMap((total) => {
      const parts = isTotal(total.breakdown[dimension]) ? partsAt.get(placeBut(dimension, total)) : undefined
      return parts === undefined ? [] : [{ total, parts }]
    })
  })
}

/** Every series of the whole municipality with those of its institutions that have the same breakdown. */
export function institutionTotalsOf({ series }: Pick<Indicator, 'series'>): Total[] {
  const at = ({ breakdown }: Series) => JSON.stringify(Object.entries(breakdown).sort())
  const partsAt = Map.groupBy(
    series.filter(({ institution }) => institution !== null),
    at,
  )
  return series.flatMap((total) => {
    const parts = total.institution === null ? partsAt.get(at(total)) : undefined
    return parts === undefined ? [] : [{ total, parts }]
  })
}

/** Whether a value of a breakdown stands for the whole: it says so, or says nothing. */
export const isTotal = (value: string | undefined) => value === undefined || value === 'total'

/** Where a series stands in all dimensions but one. */
function placeBut(dimension: string, { breakdown, institution }: Series): string {
  return Object.entries({ ...breakdown, '': institution?.key ?? '' })
    .filter(([name]) => name !== dimension)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(';')
}
