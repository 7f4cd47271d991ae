import { z } from 'zod'
import type { Sheet } from '#platform/import/sheet.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { MARKS, type Mapping, type Meaning } from '#platform/uploads/mapping.ts'

type MappedPart = {
  number: number
  values: readonly { column: string; found: readonly { value: string; ours: string }[] }[]
}

/** What a form sends, by names of fields; those that are empty are left out. */
export const Typed = z.record(z.string(), z.string())
export type Typed = z.infer<typeof Typed>

const Recognised = z.object({
  sheet: z.string().default(''),
  separator: z.enum([',', ';', 'tab']).default(';'),
  decimal: z.enum([',', '.']).default(','),
  dates: z.enum(['own', 'dayFirst', 'monthFirst']).default('own'),
  header: z.coerce.number().int().min(1).max(1000).default(1),
  encoding: z.literal('yes').optional(),
})

/** The first question: what each table is and how it is written. */
export function readRecognised(parts: readonly PartChoice[], typed: Typed): PartChoice[] {
  return parts.map((part, number) => {
    const own = Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(`p${number}.`) ? [[name.slice(`p${number}.`.length), value]] : [],
      ),
    )
    const { encoding, separator, ...read } = Recognised.catch(() => Recognised.parse({})).parse(own)
    return {
      ...part,
      ...read,
      separator: part.tab === null ? (separator === 'tab' ? '\t' : separator) : part.separator,
      isEncodingConfirmed: part.encoding === null || encoding === 'yes',
    }
  })
}

const MEANING = /^(asIs|empty|missing:[a-zA-Z]+)$/

/**
 * The second question: what the columns, the values and the marks of a table mean.
 *
 * @param earlier what was known of values before; those that are not asked about stay as they were
 */
export function readMapping(
  number: number,
  sheet: Sheet,
  typed: Typed,
  earlier: Mapping['values'] = {},
): Mapping {
  const columns = Object.fromEntries(
    Object.keys(sheet.columns).flatMap((column): [string, number][] => {
      const place = typed[`p${number}.c.${column}`]
      return place !== undefined && /^\d{1,4}$/.test(place) ? [[column, Number(place)]] : []
    }),
  )
  const values: Record<string, Record<string, string>> = { ...earlier }
  for (const { column, foreign, ours } of askedValues(number, typed)) {
    if (!(column in sheet.columns)) continue
    const { [foreign]: _, ...others } = values[column] ?? {}
    values[column] = ours === undefined ? others : { ...others, [foreign]: ours }
  }
  const marks = Object.fromEntries(
    MARKS.flatMap((mark, at): [string, Meaning][] => {
      const meaning = typed[`p${number}.m.${at}`]
      return meaning !== undefined && MEANING.test(meaning) ? [[mark, meaning as Meaning]] : []
    }),
  )
  return { columns, values, marks }
}

/** Foreign values that a form has asked about, and what each was said to mean. */
function askedValues(number: number, typed: Typed) {
  const pattern = new RegExp(`^p${number}\\.s\\.(\\w+)\\.(\\d+)$`)
  return Object.entries(typed).flatMap(([name, foreign]) => {
    const [, column, at] = pattern.exec(name) ?? []
    return column === undefined ? [] : [{ column, foreign, ours: typed[`p${number}.v.${column}.${at}`] }]
  })
}

/** Whether foreign values have come to light that the form could not ask about, since their column was not known yet. */
export function areValuesUnasked(parts: readonly MappedPart[], typed: Typed): boolean {
  return parts.some(({ number, values }) => {
    const asked = new Set(askedValues(number, typed).map(({ column, foreign }) => `${column} ${foreign}`))
    return values.some(({ column, found }) =>
      found.some(({ value, ours }) => ours === '' && !asked.has(`${column} ${value}`)),
    )
  })
}

/** How many rows are to end, by sheet: what is typed in the field of a table with fewer rows. */
export function readEnds(typed: Typed): Record<string, number> | undefined {
  const ends: Record<string, number> = {}
  for (const [name, value] of Object.entries(typed)) {
    if (!name.startsWith('end.')) continue
    if (!/^\s*\d{1,9}\s*$/.test(value)) return undefined
    ends[name.slice('end.'.length)] = Number(value)
  }
  return ends
}
