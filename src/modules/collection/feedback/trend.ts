import { comparePeriods, parsePeriod } from '#platform/period.ts'
import { asValue } from '../checks/index.ts'
import { type Field, fieldsOf } from '../form/fields.ts'
import type { EarlierAnswer } from '../life/earlier.ts'
import type { Answer, Answers, CallElement } from '../model.ts'

/** One figure of an institution, or why there was none. A share is per cent. */
export type TrendPoint = { period: string; value: number | null; answer: Answer }

/** What an institution gave in one field over time, the oldest first; the last one is what it has given now. */
export type Trend = { field: Field; points: readonly TrendPoint[] }

/**
 * How the figures of an institution went, field by field in the order of the form, as far as they are numbers. Periods
 * of another kind are left out: a school year does not stand beside a calendar year.
 */
export function trendsOf(
  elements: readonly CallElement[],
  { answers, earlier, period }: { answers: Answers; earlier: readonly EarlierAnswer[]; period: string },
): Trend[] {
  const kind = parsePeriod(period)?.kind
  const before = earlier.filter(
    (one) => parsePeriod(one.period)?.kind === kind && comparePeriods(one.period, period) < 0,
  )
  return fieldsOf(elements).flatMap((field): Trend[] => {
    const now = answers.get(field.name)
    if (!now || !isNumeric(field)) return []
    // Of two calls about one period the later one counts.
    const byPeriod = new Map(
      before
        .filter((one) => one.field === field.name)
        .map((one) => [one.period, pointOf(one.period, one.answer)]),
    )
    const past = [...byPeriod.values()].sort((a, b) => comparePeriods(a.period, b.period))
    return [{ field, points: [...past, pointOf(period, now)] }]
  })
}

const isNumeric = ({ kind }: Field) => kind === 'count' || kind === 'money' || kind === 'share'

function pointOf(period: string, answer: Answer): TrendPoint {
  const value = asValue(answer)
  return { period, answer, value: typeof value === 'number' ? value : null }
}
