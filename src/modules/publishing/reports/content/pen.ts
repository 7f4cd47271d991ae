import type { Inline, Run } from '#platform/reports/report.ts'
import type { Speech } from '#platform/speech.ts'
import type { LocalText, TextKey, TextValues } from '#platform/texts/text.ts'
import type { CountedFigure } from './counted-figure.ts'
import { type CountedFigures, countFigures } from './counted-figures.ts'
import type { ReportData } from './data.ts'

type Values = Readonly<Record<string, string | number | Run | Inline>>

/** What the parts of a report are written with: one language, and the figures of one municipality. */
export type Pen = {
  speech: Speech
  data: ReportData
  figures: CountedFigures
  /** A text without figures. */
  word: (key: TextKey, values?: TextValues) => string
  local: (text: LocalText) => string
  /** What has a code in the plan, by that and its title. */
  named: (of: { code: string; title: LocalText }) => string
  /** A text with figures and links where its places are; `count` picks the plural. */
  line: (key: TextKey, values?: Values) => Inline
  /** A counted figure by its id, as it is said. */
  counted: (id: string) => Run
  /** How large it is; 0 where there is none of it. */
  sizeOf: (id: string) => number
  /** Any other figure. */
  figure: (id: string, said: string, address?: string) => Run
  link: (text: string, address: string) => Run
}

export function createPen(data: ReportData, speech: Speech): Pen {
  const figures = countFigures(data)
  const { text, say, local } = speech
  const figure: Pen['figure'] = (id, said, address) => ({
    text: said,
    figure: { id, said },
    ...(address === undefined ? {} : { to: address }),
  })
  const write = ({ value, unit, decimals }: CountedFigure) =>
    unit === 'count'
      ? say.number(value)
      : decimals === undefined
        ? say.percent(value)
        : say.fixedPercent(value, decimals)
  return {
    speech,
    data,
    figures,
    word: text,
    local,
    named: ({ code, title }) => `${code} ${local(title)}`,
    line: (key, values = {}) => fill((plain) => text(key, plain), values),
    counted: (id) => {
      const found = figures.get(id)
      if (!found) throw new RangeError(`Pen: no figure ${id}`)
      return figure(id, write(found), found.address)
    },
    sizeOf: (id) => figures.get(id)?.value ?? 0,
    figure,
    link: (said, address) => ({ text: said, to: address }),
  }
}

const OPEN = '\uE000'
const CLOSE = '\uE001'

/** Says a text with marks where runs belong, and puts the runs there. */
function fill(say: (plain: TextValues) => string, values: Values): Inline {
  const plain: TextValues = {}
  const runs = new Map<string, Inline>()
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' || typeof value === 'number') plain[name] = value
    else {
      plain[name] = `${OPEN}${name}${CLOSE}`
      runs.set(name, Array.isArray(value) ? value : [value as Run])
    }
  }
  return say(plain)
    .split(new RegExp(`${OPEN}(\\w+)${CLOSE}`))
    .flatMap((piece, index): Inline => (index % 2 === 1 ? (runs.get(piece) ?? []) : plainRun(piece)))
}

/** A stretch of plain text; nothing where there is none. */
export const plainRun = (text: string): Inline => (text === '' ? [] : [{ text }])

/** Several stretches with something between them. */
export const joined = (parts: readonly Inline[], between = ', '): Inline =>
  parts.flatMap((part, index) => (index === 0 ? part : [{ text: between }, ...part]))
