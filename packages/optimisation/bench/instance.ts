import type { NetworkProblem } from '../src/index.ts'

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A made-up municipality of 60 × 60 km: sites where villages are, units of 2 to 40 pupils in three grade bands,
 * room for about 1.6 times the pupils, minimum sizes, the small ones' travel limited.
 */
export function municipality(siteCount: number, unitCount: number, seed: number): NetworkProblem {
  const random = seeded(seed)
  const place = () => [random() * 60, random() * 60] as const
  const siteAt = Array.from({ length: siteCount }, place)
  const groups = ['1-6', '7-9', '10-12']
  const unitAt = Array.from({ length: unitCount }, (_, index) => {
    const near = siteAt[index % siteCount] ?? [30, 30]
    return random() < 0.4 ? ([near[0] + random() * 4 - 2, near[1] + random() * 4 - 2] as const) : place()
  })
  const units = unitAt.map(([x, y], index) => {
    const nearest = siteAt.reduce(
      (best, at, site) => (way(at, [x, y]) < way(siteAt[best] ?? at, [x, y]) ? site : best),
      0,
    )
    const isPresent = random() < 0.3
    return {
      id: `u${index}`,
      pupils: 2 + Math.floor(38 * random() ** 2),
      gradeBand: groups[index % 3] ?? '1-6',
      ...(isPresent ? { presentSite: `s${nearest}` } : {}),
    }
  })
  const pupils = units.reduce((sum, unit) => sum + unit.pupils, 0)
  const sites = siteAt.map((_, index) => ({
    id: `s${index}`,
    capacity: Math.ceil(((1.6 * pupils) / siteCount) * (0.5 + random())),
    minimum: Math.ceil((0.35 * pupils) / siteCount),
    runningCost: Math.ceil((pupils / siteCount) * (4 + 6 * random())),
    ...(index === 0 ? { status: 'open' as const } : {}),
  }))
  const travel = Float64Array.from(
    unitAt.flatMap((from) => siteAt.map((to) => Math.round(way(from, to) * 1.6 * 10) / 10)),
  )
  return {
    sites,
    units,
    gradeBands: [{ id: '1-6', travelLimit: 60 }, { id: '7-9', travelLimit: 80 }, { id: '10-12' }],
    travel,
    mayPresentStay: false,
    movingCost: 5,
  }
}

function way([x, y]: readonly [number, number], [u, v]: readonly [number, number]): number {
  return Math.hypot(x - u, y - v)
}
