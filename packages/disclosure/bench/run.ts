// node packages/disclosure/bench/run.ts [random tables] [small tables]: prints what the README states.
import loadHighs from 'highs'
import {
  attack,
  audit,
  checkProof,
  createTable,
  findPrimaryCells,
  flatDimension,
  type Insiders,
  linkTables,
  optimalSuppression,
  protect,
} from '../src/index.ts'
import { insidersOf } from '../src/suppression/insiders.ts'
import {
  createRandom,
  leafPlaces,
  randomLinkedRelease,
  randomRelease,
} from '../src/testing/random-release.ts'

const solver = await loadHighs()
const measures = { pupils: { aboutPersons: true } }
const [randomTables = 1200, smallTables = 150] = process.argv.slice(2).map(Number)

function timed<Result>(run: () => Result): { result: Result; seconds: number } {
  const start = performance.now()
  const result = run()
  return { result, seconds: (performance.now() - start) / 1000 }
}

/** One of the random releases, a third of them two linked tables, half of them with zeros printed. */
function randomCase(seed: number) {
  const release = seed % 3 ? randomRelease(seed) : randomLinkedRelease(seed)
  return { release, primary: findPrimaryCells(release, { zeros: seed % 2 ? 'print' : 'hide' }) }
}

/** Random hierarchical and linked tables: protected, proof checked, every hidden cell attacked. */
function manyTables(count: number) {
  const totals = { tables: 0, cells: 0, primary: 0, secondary: 0, unsafe: 0, 'recoverable or too narrow': 0 }
  for (let seed = 1; seed <= count; seed++) {
    const { release, primary } = randomCase(seed)
    const found = protect(release, primary, solver)
    const attacked = new Map(
      attack(release, { hidden: found.hidden }, solver).map((cell) => [cell.key, cell]),
    )
    totals.tables++
    totals.cells += release.cells.length
    totals.primary += primary.length
    totals.secondary += found.secondary.length
    totals.unsafe += found.isSafe && checkProof(release, found.hidden, found.proof).length === 0 ? 0 : 1
    for (const { key, below, above, width } of primary) {
      const { value = 0, low = 0, high = 0 } = attacked.get(key) ?? {}
      const isKept = high - low >= width && value - low >= below && high - value >= above
      totals['recoverable or too narrow'] += isKept ? 0 : 1
    }
  }
  return totals
}

/** What those who are alone in a cell can compute, by a full attack of each, with and without protection from them. */
function againstInsiders(count: number) {
  const totals = {
    insiders: 0,
    hidden: 0,
    seen: 0,
    unavoidable: 0,
    'hidden if ignored': 0,
    'seen if ignored': 0,
  }
  for (let seed = 1; seed <= count; seed++) {
    const { release, primary } = randomCase(seed)
    const found = protect(release, primary, solver)
    const ignoring = protect(release, primary, solver, { insiders: 'ignore' })
    totals.hidden += found.hidden.length
    totals['hidden if ignored'] += ignoring.hidden.length
    const insiders = insidersOf(release)
    for (const insider of new Set(insiders)) {
      if (insider === -1) continue
      const own = release.cells.filter((_, at) => insiders[at] === insider).map(({ key }) => key)
      const knowledge = Object.fromEntries(own.map((key) => [key, { low: 1, high: 1 }]))
      const others = primary.filter(({ key }) => !own.includes(key))
      const cells = others.map(({ key }) => key)
      const seen = (hidden: string[]) =>
        attack(release, { hidden, knowledge }, solver, { cells }).filter(({ value, low, high }, n) => {
          const { below = 0, above = 0, width = 0 } = others[n] ?? {}
          return high - low < width || value - low < below || high - value < above
        }).length
      totals.insiders++
      totals.seen += seen(found.hidden)
      totals['seen if ignored'] += seen(ignoring.hidden)
      totals.unavoidable += seen(release.cells.map(({ key }) => key))
    }
  }
  return totals
}

/** Tables up to 6 × 6 against the optimum by integer programming. */
function againstOptimum(count: number) {
  const ratios: number[] = []
  let [ours, best] = [0, 0]
  for (let seed = 1; ratios.length < count; seed++) {
    const random = createRandom(seed)
    const side = () => 3 + Math.floor(4 * random())
    const dimensions = [
      {
        name: 'school',
        total: flatDimension(
          'all',
          Array.from({ length: side() }, (_, n) => `school${n}`),
        ),
      },
      {
        name: 'grade',
        total: flatDimension(
          'all',
          Array.from({ length: side() }, (_, n) => `grade${n}`),
        ),
      },
    ]
    const mean = random() < 0.5 ? 10 : 30
    const cells = leafPlaces(dimensions).map((at) => ({
      at,
      value: Math.floor(-mean * Math.log(1 - random())),
    }))
    const table = createTable({ name: 'pupils', measure: 'pupils', dimensions, cells })
    const release = linkTables({ measures, tables: [table] })
    const primary = findPrimaryCells(release, { zeros: 'print' })
    if (primary.length === 0 || primary.length > 8) continue
    const optimum = optimalSuppression(release, primary, solver, { seconds: 60 })
    if (!optimum) continue
    const hidden = protect(release, primary, solver, { insiders: 'ignore' }).hidden.length
    ratios.push(hidden / optimum.hidden.length)
    ours += hidden
    best += optimum.hidden.length
  }
  return {
    tables: ratios.length,
    'hidden cells': ours,
    'at the optimum': best,
    'mean ratio': Number((ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toFixed(3)),
    'largest ratio': Number(Math.max(...ratios).toFixed(3)),
    'tables at the optimum': ratios.filter((ratio) => ratio === 1).length,
  }
}

/** 42 municipalities by 30 by 10 with all margins. */
function largeTable(mean: number, zeros: 'print' | 'hide', insiders: Insiders = 'protect') {
  const random = createRandom(2026)
  const codes = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`)
  const spread = (count: number, width: number) =>
    Array.from({ length: count }, () => Math.exp(width * (random() + random() + random() - 1.5)))
  const [sizes, shares] = [spread(42, 2.4), spread(30, 2)]
  const dimensions = [
    { name: 'municipality', total: flatDimension('all', codes('m', 42)) },
    { name: 'programme', total: flatDimension('all', codes('p', 30)) },
    { name: 'grade', total: flatDimension('all', codes('g', 10)) },
  ]
  const cells = leafPlaces(dimensions).map((at, n) => {
    const expected = mean * (sizes[Math.floor(n / 300)] ?? 1) * (shares[Math.floor(n / 10) % 30] ?? 1)
    return { at, value: Math.floor(-expected * Math.log(1 - random())) }
  })
  const { result: release, seconds: linking } = timed(() =>
    linkTables({ measures, tables: [createTable({ name: 'pupils', measure: 'pupils', dimensions, cells })] }),
  )
  const primary = findPrimaryCells(release, { zeros })
  const { result: found, seconds: protecting } = timed(() => protect(release, primary, solver, { insiders }))
  const { result: faults, seconds: checking } = timed(() => checkProof(release, found.hidden, found.proof))
  const { result: audited, seconds: auditing } = timed(() =>
    audit(release, { hidden: found.hidden }, primary, solver, { insiders }),
  )
  return {
    'mean, zeros, insiders': `${mean}, ${zeros}, ${insiders}`,
    cells: release.cells.length,
    primary: primary.length,
    hidden: found.hidden.length,
    proved: new Set(found.proof.cells.map(({ key }) => key)).size,
    insights: found.insights.length,
    'audited safe': audited.filter(({ isProtected }) => isProtected).length,
    faults: faults.length + found.exposed.length,
    'link s': Number(linking.toFixed(2)),
    'protect s': Number(protecting.toFixed(2)),
    'check s': Number(checking.toFixed(2)),
    'audit s': Number(auditing.toFixed(2)),
  }
}

/** What an attacker finds in a 42 × 10 table in which only the small cells are hidden. */
function withoutSecondary() {
  const random = createRandom(42)
  const codes = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`)
  const dimensions = [
    { name: 'municipality', total: flatDimension('all', codes('m', 42)) },
    { name: 'grade', total: flatDimension('all', codes('g', 10)) },
  ]
  const cells = leafPlaces(dimensions).map((at) => ({ at, value: Math.floor(-17 * Math.log(1 - random())) }))
  const table = createTable({ name: 'pupils', measure: 'pupils', dimensions, cells })
  const release = linkTables({ measures, tables: [table] })
  const primary = findPrimaryCells(release, { zeros: 'print' }).map(({ key }) => key)
  const { result, seconds } = timed(() => attack(release, { hidden: primary }, solver))
  return {
    primary: primary.length,
    'exactly recoverable': result.filter(({ low, high }) => low === high).length,
    'narrower than 4': result.filter(({ low, high }) => low < high && high - low < 4).length,
    seconds: Number(seconds.toFixed(2)),
  }
}

const { result, seconds } = timed(() => manyTables(randomTables))
console.log('Random hierarchical and linked tables')
console.table([{ ...result, seconds: Number(seconds.toFixed(1)) }])
console.log('The same tables, attacked by everybody who is alone in a cell')
console.table([againstInsiders(randomTables)])
console.log('Against the optimum, tables from 3 × 3 to 6 × 6')
console.table([againstOptimum(smallTables)])
console.log('42 × 10, small cells hidden, nothing else')
console.table([withoutSecondary()])
console.log('42 × 30 × 10 with all margins')
console.table([
  largeTable(12, 'print'),
  largeTable(50, 'print'),
  largeTable(12, 'hide'),
  largeTable(12, 'print', 'ignore'),
])
