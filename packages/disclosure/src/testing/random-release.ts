import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import type { Hierarchy } from '../tables/hierarchy.ts'
import { type CellInput, createTable, type Dimension, type Place, type Table } from '../tables/table.ts'

/** Uniform numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A hierarchy of so many leaves, some of them in groups. */
export function randomHierarchy(random: () => number, name: string, leaves: number): Hierarchy {
  const codes = Array.from({ length: leaves }, (_, n) => ({ code: `${name}${n}` }))
  if (leaves < 4 || random() < 0.5) return { code: 'all', children: codes }
  const cut = 2 + Math.floor(random() * (leaves - 3))
  const groups = [codes.slice(0, cut), codes.slice(cut)]
  return { code: 'all', children: groups.map((children, n) => ({ code: `${name}-group${n}`, children })) }
}

/** Innermost places of some dimensions. */
export function leafPlaces(dimensions: readonly Dimension[]): Place[] {
  return dimensions.reduce<Place[]>(
    (places, { name, total }) =>
      places.flatMap((place) => leavesOf(total).map((code) => ({ ...place, [name]: code }))),
    [{}],
  )
}

/** A table of two or three dimensions with hierarchies and skewed counts, a tenth of them structural zeros. */
export function randomTable(random: () => number, largest = 5): Table {
  const size = () => 2 + Math.floor(random() * (largest - 1))
  const names = random() < 0.6 ? ['grade', 'school'] : ['grade', 'school', 'sex']
  const dimensions = names.map((name) => ({
    name,
    total: randomHierarchy(random, name, name === 'sex' ? 2 : size()),
  }))
  const mean = 3 + 25 * random()
  const cells = leafPlaces(dimensions).map((at): CellInput => {
    const structural = random() < 0.1
    return { at, structural, value: structural ? 0 : Math.floor(-mean * Math.log(1 - random())) }
  })
  return createTable({ name: 'pupils by place', measure: 'pupils', dimensions, cells })
}

/** A release of one random table. */
export function randomRelease(seed: number, largest?: number): Release {
  const table = randomTable(createRandom(seed), largest)
  return linkTables({ measures: { pupils: { aboutPersons: true } }, tables: [table] })
}

/** A release of many random tables, each with a measure of its own. */
export function randomWideRelease(seed: number, count: number): Release {
  const random = createRandom(seed)
  const names = Array.from({ length: count }, (_, n) => `pupils${n}`)
  return linkTables({
    measures: Object.fromEntries(names.map((name) => [name, { aboutPersons: true }])),
    tables: names.map((name) => ({ ...randomTable(random, 3), name, measure: name })),
  })
}

/** Two linked tables: schools by grade and schools by sex, with the schools in two regions. */
export function randomLinkedRelease(seed: number): Release {
  const random = createRandom(seed)
  const school = { name: 'school', total: randomHierarchy(random, 'school', 3 + Math.floor(random() * 4)) }
  const grade = { name: 'grade', total: randomHierarchy(random, 'grade', 3) }
  const sex = { name: 'sex', total: randomHierarchy(random, 'sex', 2) }
  const people = leafPlaces([school, grade, sex]).map((at) => ({
    at,
    value: Math.floor(-8 * Math.log(1 - random())),
  }))
  const tables = [
    ['by grade', [school, grade]],
    ['by sex', [school, sex]],
  ] as const
  return linkTables({
    measures: { pupils: { aboutPersons: true } },
    tables: tables.map(([name, dimensions]) =>
      createTable({ name, measure: 'pupils', dimensions, cells: sumOver(people, dimensions) }),
    ),
  })
}

/** Sums cells over the dimensions that are not named. */
export function sumOver(cells: readonly CellInput[], dimensions: readonly Dimension[]): CellInput[] {
  const sums = new Map<string, { at: Place; value: number }>()
  for (const cell of cells) {
    const at = Object.fromEntries(dimensions.map(({ name }) => [name, cell.at[name] ?? '']))
    const key = JSON.stringify(at)
    sums.set(key, { at, value: (sums.get(key)?.value ?? 0) + cell.value })
  }
  return [...sums.values()]
}

function leavesOf(node: Hierarchy): string[] {
  return node.children ? node.children.flatMap(leavesOf) : [node.code]
}
