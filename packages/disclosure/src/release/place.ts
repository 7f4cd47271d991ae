import type { Place } from '../tables/table.ts'

/** A cell of a release, whichever tables print it. Dimensions left out are at their total. */
export type Address = { measure: string; asOf?: string; at: Place }

/**
 * The name of a cell, the same in every table: `pupils@2025|grade=1|school=A`, dimensions sorted and those at
 * their grand total left out. A backslash goes before `|`, `=`, `@`, `~` and `\` within names.
 *
 * @param address of which dimensions at their grand total must be left out: a cell does not know what that is
 */
export function cellKey(address: Address): string {
  const { measure, asOf = '', at } = address
  const places = Object.keys(at)
    .sort()
    .map((dimension) => `${plain(dimension)}=${plain(at[dimension]!)}`)
  return [asOf === '' ? plain(measure) : `${plain(measure)}@${plain(asOf)}`, ...places].join('|')
}

function plain(name: string): string {
  return name.replace(/[\\|=@~]/g, '\\$&')
}
