export type Format = 'json' | 'csv'

/** Media type of each format. */
export const TYPES: Readonly<Record<Format, string>> = { json: 'application/json', csv: 'text/csv' }

/**
 * The offered format that an `Accept` header likes best, the first offered one when it likes several the
 * same; undefined when it takes none. A missing header takes anything.
 */
export function chooseFormat(accept: string, offered: readonly Format[]): Format | undefined {
  if (offered.length === 0 || accept.trim() === '') return offered[0]
  const ranges = accept.split(',').map(readRange)
  let best: { format: Format; quality: number } | undefined
  for (const format of offered) {
    const quality = qualityOf(TYPES[format], ranges)
    if (quality > (best?.quality ?? 0)) best = { format, quality }
  }
  return best?.format
}

type Range = { type: string; quality: number }

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const number = quality === undefined ? 1 : Number(quality.slice(2))
  return { type, quality: Number.isFinite(number) ? number : 0 }
}

/** The most specific range that fits decides. */
function qualityOf(type: string, ranges: Range[]): number {
  const [group] = type.split('/')
  for (const wanted of [type, `${group}/*`, '*/*']) {
    const range = ranges.find((one) => one.type === wanted)
    if (range) return range.quality
  }
  return 0
}
