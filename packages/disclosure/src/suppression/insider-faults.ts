import { positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { insidersOf } from './insiders.ts'
import type { Proof } from './proof.ts'

/**
 * Where a proof says nothing to an insider: every pair of tables for a cell changes one in which the same insider is
 * alone, so that he can rule them out, and no insight admits it.
 *
 * @returns what is wrong, in words
 */
export function insiderFaults(release: Release, { tables, cells, insights = [] }: Proof): string[] {
  const insiders = insidersOf(release)
  const insiderIn = (key: string) => insiders[positionOf(release, key)]!
  const unconvinced = new Map<string, number[]>()
  for (const { key, lowTable, highTable } of cells) {
    const changed = [lowTable, highTable].flatMap((table) => [...(tables[table]?.cells ?? [])])
    const touched = new Set(changed.map((at) => insiders[at] ?? -1))
    const before = unconvinced.get(key) ?? [...touched]
    const others = (insider: number) => insider !== -1 && insider !== insiderIn(key)
    unconvinced.set(
      key,
      before.filter((insider) => touched.has(insider) && others(insider)),
    )
  }
  const admitted = new Set(
    insights.flatMap(({ key, from }) => from.map((each) => `${key} ${insiderIn(each)}`)),
  )
  return [...unconvinced].flatMap(([key, left]) =>
    left
      .filter((insider) => !admitted.has(`${key} ${insider}`))
      .map((insider) => `${key} is not protected from who is alone in ${release.cells[insider]!.key}`),
  )
}
