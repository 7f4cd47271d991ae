import type { Release } from './release.ts'

/** A count of persons that an edition printed and this release would print otherwise. */
export type SmallRevision = { key: string; edition: string; before: number; now: number }

/**
 * Printed counts of persons that were revised by fewer than the threshold: whoever keeps the edition sees how few came
 * or went. Not hidden by `protect`, because a correction may be worth it; merge it with others, or hide the cell.
 *
 * @param threshold as for counts
 * @returns in the order of the release
 */
export function findSmallRevisions(release: Release, threshold = 5): SmallRevision[] {
  return release.cells.flatMap((old) => {
    const [key = '', edition] = old.key.split('~')
    const now = release.cells[release.positions.get(key) ?? -1]
    if (edition === undefined || !now?.printed || !old.known || !old.aboutPersons) return []
    const isSmall = Math.abs(now.value - old.value) < threshold
    return isSmall ? [{ key, edition, before: old.value, now: now.value }] : []
  })
}
