import { cellText } from '#platform/import/cell-text.ts'
import type { Brought } from '#platform/import/sheet.ts'
import type { ValueKind } from './model.ts'
import { fitsKind } from './units.ts'

type Fields = Readonly<Record<string, unknown>>

/** In which of these the value itself stands; the other columns say more about it. */
const MAIN = ['number', 'distribution', 'text_lv'] as const
const OF_VALUE = [...MAIN, 'numerator', 'denominator', 'share', 'text_en'] as const
/** What was said of the value before, and of no other. */
const OF_THAT_VALUE = [
  ...OF_VALUE,
  'n',
  'interval_low',
  'interval_high',
  'standard_error',
  'printed',
] as const

const MAIN_OF = {
  number: 'number',
  share: 'number',
  ratio: 'number',
  distribution: 'distribution',
  text: 'text_lv',
} as const satisfies Record<ValueKind, (typeof MAIN)[number]>

/**
 * What a file of figures says without having the columns for it. A value that it brings ends the reason why there was
 * none, and a reason ends the value; what was said of another value goes with that. Kind and unit are those of
 * the figure that is stored, else of the series and its indicator.
 */
export function impliedInFigure({ given, stored, find }: Brought): Fields {
  const series = find('series', [given.series])
  const indicator = series && find('indicators', [series.indicator])
  const kind = (given.value_kind ?? kindOf(given, stored, indicator)) as ValueKind | null
  return {
    ...ended(given, stored),
    value_kind: kind,
    unit: kind && unitOf(kind, [stored?.unit, series?.unit, indicator?.unit]),
  }
}

/** What of the stored figure does not hold together with what is brought. */
function ended(given: Fields, stored: Fields | undefined): Fields {
  const brought = OF_VALUE.filter((column) => column in given)
  if ('missing' in given) {
    const isOther = stored?.missing !== given.missing
    return brought.length > 0 ? {} : emptied(isOther ? OF_THAT_VALUE : OF_VALUE)
  }
  if (brought.length === 0) return {}
  const isOther = MAIN.some(
    (column) => column in given && cellText(given[column]) !== cellText(stored?.[column]),
  )
  return { missing: null, ...(isOther ? emptied(OF_THAT_VALUE) : {}) }
}

const emptied = (columns: readonly string[]): Fields =>
  Object.fromEntries(columns.map((column) => [column, null]))

/** The first kind whose value is brought; where none is, what the columns themselves leave no doubt about. */
function kindOf(given: Fields, stored: Fields | undefined, indicator: Fields | undefined): ValueKind | null {
  const known = [stored?.value_kind, indicator?.value_kind].filter(Boolean) as ValueKind[]
  const isBrought = MAIN.some((column) => column in given)
  const fitting = known.find((kind) => !isBrought || MAIN_OF[kind] in given)
  if (fitting) return fitting
  if ('text_lv' in given) return 'text'
  return 'distribution' in given ? 'distribution' : (known.at(-1) ?? null)
}

function unitOf(kind: ValueKind, known: readonly unknown[]): string | null {
  if (kind === 'text') return 'text'
  return known.find((unit): unit is string => typeof unit === 'string' && fitsKind(kind, unit)) ?? null
}
