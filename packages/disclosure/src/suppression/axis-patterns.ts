import type { FlatHierarchy } from '../tables/hierarchy.ts'

/** Changes along one axis besides +1 at a code itself, by distance in positions, that keep every sum. */
export type AxisPattern = { offsets: number[]; signs: number[] }

const MOST_PATTERNS = 120

/**
 * Ways to raise one code by 1 and keep all sums of its hierarchy: a leaf at or below it goes up with the totals
 * above it, up to where another leaf goes down, or to the grand total.
 */
export function axisPatterns(hierarchy: FlatHierarchy, position: number): AxisPattern[] {
  const { codes } = hierarchy
  const leaves = codes.flatMap((_, each) => (hierarchy.children[each]!.length > 0 ? [] : [each]))
  leaves.sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1))
  const own = leaves.filter((leaf) => pathUp(hierarchy, leaf).includes(position))
  const patterns: AxisPattern[] = []
  for (const leaf of own) {
    const up = pathUp(hierarchy, leaf)
    patterns.push(asPattern(up, [], position))
    for (const other of nearestFirst(hierarchy, leaf, leaves)) {
      const down = pathUp(hierarchy, other)
      const raised = up.filter((code) => !down.includes(code))
      if (!raised.includes(position)) continue
      patterns.push(
        asPattern(
          raised,
          down.filter((code) => !up.includes(code)),
          position,
        ),
      )
      if (patterns.length > MOST_PATTERNS) return patterns
    }
  }
  return patterns
}

function asPattern(raised: readonly number[], lowered: readonly number[], position: number): AxisPattern {
  const others = raised.filter((code) => code !== position)
  return {
    offsets: [...lowered, ...others].map((code) => code - position),
    signs: [...lowered.map(() => -1), ...others.map(() => 1)],
  }
}

function pathUp({ parents }: FlatHierarchy, leaf: number): number[] {
  const path: number[] = []
  for (let at = leaf; at >= 0; at = parents[at]!) path.push(at)
  return path
}

/** Siblings first: they change the fewest totals. */
function nearestFirst({ parents }: FlatHierarchy, leaf: number, leaves: readonly number[]): number[] {
  const isSibling = (other: number) => parents[other] === parents[leaf]
  const others = leaves.filter((other) => other !== leaf)
  return [...others.filter(isSibling), ...others.filter((other) => !isSibling(other))]
}
