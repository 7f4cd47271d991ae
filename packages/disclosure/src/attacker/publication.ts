import type { Interval } from '@izaugsme/statistics'
import { checkKeys, positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'

/** What the public sees of a release; earlier editions are seen as they were. */
export type Publication = {
  /** Keys of the cells that are not printed. */
  hidden: readonly string[]
  /** Keys of cells printed rounded or with noise: what the printed number leaves possible. */
  ranges?: Readonly<Record<string, Interval>>
  /** Which shares of this release are printed; the default is those of which both counts are printed. */
  shares?: 'of printed cells' | 'all' | 'none'
  /** What the attacker knows from elsewhere. */
  knowledge?: Readonly<Record<string, Interval>>
}

/** Refuses keys that the release does not have, and ranges that do not hold the true value. */
export function checkPublication(caller: string, release: Release, publication: Publication): void {
  const { hidden, ranges = {}, knowledge = {} } = publication
  checkKeys(caller, 'hidden', release, hidden)
  for (const [argument, intervals] of Object.entries({ ranges, knowledge })) {
    checkKeys(caller, argument, release, Object.keys(intervals))
    for (const [key, { low, high }] of Object.entries(intervals)) {
      const value = release.cells[positionOf(release, key)]!.value
      if (!(low <= value && value <= high)) {
        throw new RangeError(`${caller}: ${argument}: ${key} is ${value}, not within ${low} and ${high}`)
      }
    }
  }
}

/** Marks, for every cell of a release, whether the public does not see it. */
export function markHidden(release: Release, hidden: Iterable<string>): Uint8Array {
  const marks = new Uint8Array(release.cells.length)
  for (const key of hidden) marks[positionOf(release, key)] = 1
  return marks
}
