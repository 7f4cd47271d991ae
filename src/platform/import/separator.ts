import type { Complaint } from './problems.ts'
import { shown } from './shown.ts'

/** How a whole file is written, by which its cells are understood. */
export type Writing = {
  separator: ',' | ';' | '\t'
  /** Where the header begins: after a line that only names the separator. */
  start: { at: number; line: number }
}

const SEPARATORS = [',', ';', '\t'] as const

/**
 * Finds what stands between the cells of a file: what its first line names (`sep=;`, as Excel writes it),
 * else the one of comma, semicolon and tab that its header has most of.
 */
export function detectWriting(text: string): Writing | { complaint: Complaint } {
  const named = /^"?sep=(.)"?[ \t]*(\r\n|\n|\r|$)/i.exec(text)
  const start = named ? { at: named[0].length, line: 2 } : { at: 0, line: 1 }
  if (named) {
    const separator = SEPARATORS.find((one) => one === named[1])
    return separator ? { separator, start } : notSeparated(named[1] ?? '')
  }
  const header = withoutQuoted(firstWrittenLine(text))
  const counts = SEPARATORS.map((separator) => ({ separator, count: header.split(separator).length - 1 }))
  const [most = { separator: ',' as const, count: 0 }] = counts.sort((a, b) => b.count - a.count)
  if (most.count > 0) return { separator: most.separator, start }
  return notSeparated(/[|:~^]/.exec(header)?.[0] ?? '')
}

function notSeparated(found: string) {
  const complaint: Complaint =
    found === ''
      ? { line: 1, reason: 'platform.import.separatorNone', values: {} }
      : { line: 1, reason: 'platform.import.separator', values: { found: shown(found) } }
  return { complaint }
}

/** Rows without anything in them may stand before the header. */
function firstWrittenLine(text: string): string {
  return /[^\s,;][^\r\n]*/.exec(text.slice(0, MAXIMUM_HEADER))?.[0] ?? ''
}

/** Headers are shorter by far; what comes after cannot make them clearer. */
const MAXIMUM_HEADER = 20_000

/** Separators inside quotation marks separate nothing. */
const withoutQuoted = (line: string) => line.replaceAll(/"[^"]*("|$)/g, '')
