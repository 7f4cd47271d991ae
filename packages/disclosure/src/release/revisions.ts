import { checkAmount } from '../argument-checks.ts'
import type { Release } from './release.ts'

/** A count of persons that an edition printed and this release would print otherwise. */
export type SmallRevision = { key: string; edition: string; before: number; now: number }

/**
 * Printed counts of persons that were revised by fewer than the threshold: whoever keeps the edition sees how few came
 * or went. Not hidden by `protect`, because a correction may be worth it; merge it with others, or hide the cell.
 *
 * @param threshold as for counts
 * @returns in the order of the release
 * @throws RangeError when the threshold is not a number from 0
 */
export function findSmallRevisions(release: Release, threshold = 5): SmallRevision[] {
  checkAmount('findSmallRevisions', 'threshold', threshold)
  return release.cells.flatMap((old) => {
    if (!old.revises || !old.known || !old.aboutPersons) return []
    const now = release.cells[release.positions.get(old.revises.key) ?? -1]
    const isSmall = now?.printed && Math.abs(now.value - old.value) < threshold
    return isSmall ? [{ ...old.revises, before: old.value, now: now.value }] : []
  })
}
