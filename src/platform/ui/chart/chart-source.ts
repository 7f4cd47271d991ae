import type { Speech } from '../../speech.ts'

type Source = {
  /** Titles of the documents that the figures are from. */
  sources: readonly string[]
  /** Of the page on which the chart stands, without its language. */
  address: string
  /** The day whose state the chart shows; null where it is not known. */
  day: string | null
}

/** Where a chart's figures are from, under which licence, where it stands, and of which day it is. */
export function chartSource({ text, path, say }: Speech, { sources, address, day }: Source): string[] {
  return [
    ...(sources.length > 0 ? [text('platform.chart.source', { sources: say.some(sources, 3) })] : []),
    [
      text('platform.chart.licence'),
      text('platform.chart.address', { address: `${text('platform.name')}, ${path(address)}` }),
      ...(day === null ? [] : [text('platform.chart.day', { day: say.day(day) })]),
    ].join(' '),
  ]
}
