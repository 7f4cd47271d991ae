import type { Place } from '../tables/table.ts'

/** A cell of a release, whichever tables print it. Dimensions left out are at their total. */
export type Address = { measure: string; asOf?: string; at: Place }

/**
 * The name of a cell, the same in every table: `pupils@2025|grade=1|school=A`, dimensions sorted and those at
 * their grand total left out.
 */
export function cellKey(address: Address): string {
  const { measure, asOf = '', at } = address
  const places = Object.keys(at)
    .sort()
    .map((dimension) => `${dimension}=${at[dimension]}`)
  return [asOf === '' ? measure : `${measure}@${asOf}`, ...places].join('|')
}

/** The same cell without its date, to find what was hidden a year before. */
export function undatedKey(key: string): string {
  return key.replace(/^([^|@]*)@[^|]*/, '$1')
}
