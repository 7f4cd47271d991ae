/**
 * A time for which something was measured, as it is written everywhere in the program:
 *
 * | kind | written | |
 * |---|---|---|
 * | school year | `2024/2025` | September to August |
 * | calendar year | `2021` | |
 * | quarter | `2024-Q3` | as ISO-minded statistics offices write it |
 * | span of years | `2014-2016` | three or more, for averages; two would read like a school year |
 * | day | `2024-10-01` | a snapshot |
 *
 * `unknown` stands where the source states none.
 */
export type PeriodKind = 'schoolYear' | 'year' | 'quarter' | 'span' | 'day'

/** A period taken apart: its first and its last day, and the calendar year it counts as. */
export type Period = {
  kind: PeriodKind
  /** First and last year that its name holds; the same where it holds one. */
  first: string
  second: string
  /** Of a quarter, from 1; 0 for all others. */
  quarter: number
  start: string
  end: string
  /** The last one it reaches: of a school year the second, of a span the last. */
  year: number
}

const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const

/** The same few periods are asked for again and again, a hundred thousand times where many figures are judged. */
const KNOWN = new Map<string, Period | null>()
/** A stranger may ask for periods without end. */
const MOST_KNOWN = 1000

/** Takes a period apart; null when it is `unknown` or none. */
export function parsePeriod(period: string): Readonly<Period> | null {
  const known = KNOWN.get(period)
  if (known !== undefined) return known
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  const parsed = parse(period)
  KNOWN.set(period, parsed)
  return parsed
}

function parse(period: string): Period | null {
  const [, first, rest = ''] = /^(\d{4})(.*)$/.exec(period) ?? []
  if (first === undefined) return null
  const made = (kind: PeriodKind, second: string, [start, end]: readonly [string, string], quarter = 0) => ({
    kind,
    first,
    second,
    quarter,
    start,
    end,
    year: Number(second),
  })
  if (rest === '') return made('year', first, [`${first}-01-01`, `${first}-12-31`])
  const [, schoolYear] = /^\/(\d{4})$/.exec(rest) ?? []
  if (schoolYear) return made('schoolYear', schoolYear, [`${first}-09-01`, `${schoolYear}-08-31`])
  const [, quarter] = /^-Q([1-4])$/.exec(rest) ?? []
  const days = QUARTERS[Number(quarter) - 1]
  if (days) return made('quarter', first, [`${first}-${days[0]}`, `${first}-${days[1]}`], Number(quarter))
  const [, last] = /^-(\d{4})$/.exec(rest) ?? []
  if (last) return made('span', last, [`${first}-01-01`, `${last}-12-31`])
  return /^-\d{2}-\d{2}$/.test(rest) ? made('day', first, [period, period]) : null
}

/**
 * Sorts periods into the order of time: by the day they end on; of those that end together the longer comes
 * later, as it holds the shorter. What has no time comes first.
 */
export function comparePeriods(a: string, b: string): number {
  if (a === b) return 0
  const [one, other] = [parsePeriod(a), parsePeriod(b)]
  if (one === null || other === null) return Number(one !== null) - Number(other !== null) || order(a, b)
  return order(one.end, other.end) || order(other.start, one.start)
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
