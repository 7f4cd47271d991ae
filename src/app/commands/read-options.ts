import { OTHER_ENCODINGS, type OtherEncoding } from '#platform/import/decode.ts'
import type { Text } from '#platform/texts/text.ts'

/** An option with a value that means nothing to us; the message says in words which do. */
export class WrongOption extends Error {}

/**
 * The encoding that a person names for files that are not Unicode.
 *
 * @throws WrongOption that names the ones there are
 */
export function readEncoding(named: string | undefined, text: Text): OtherEncoding | undefined {
  if (named === undefined) return undefined
  const known = OTHER_ENCODINGS.find((one) => one === named.toLowerCase())
  if (known) return known
  throw new WrongOption(
    text('app.cli.encoding.unknown', { found: named, allowed: OTHER_ENCODINGS.join(', ') }),
  )
}

/**
 * The number of rows that a person wants to withdraw, or of changes to be replaced.
 *
 * @throws WrongOption that says what is expected
 */
export function readCount(
  named: string | undefined,
  text: Text,
  option: 'withdraw' | 'replace' = 'withdraw',
): number | undefined {
  if (named === undefined) return undefined
  if (/^\d{1,9}$/.test(named)) return Number(named)
  throw new WrongOption(text(`app.cli.${option}.unknown`, { found: named }))
}

/** One of a few words that an option may have; undefined where it was not said. @throws WrongOption that names them */
export function readWord<Word extends string>(
  named: string | undefined,
  allowed: readonly Word[],
  text: Text,
  option: string,
): Word | undefined {
  if (named === undefined) return undefined
  const known = allowed.find((one) => one === named.toLowerCase())
  if (known) return known
  throw new WrongOption(text('app.cli.option.unknown', { option, found: named, allowed: allowed.join(', ') }))
}

export const FORMATS = ['csv', 'xlsx'] as const

/**
 * In which form files are written.
 *
 * @throws WrongOption that names the ones there are
 */
export function readFormat(named: string | undefined, text: Text): (typeof FORMATS)[number] {
  const known = FORMATS.find((one) => one === (named ?? 'csv').toLowerCase())
  if (known) return known
  throw new WrongOption(text('app.cli.format.unknown', { found: named ?? '', allowed: FORMATS.join(', ') }))
}
