import type { Network } from '../model/network.ts'
import type { Decision } from '../report/decision.ts'
import { addFairness, type FairnessColumns, writeFairness } from './fairness-rows.ts'
import { ModelRows } from './rows.ts'

/** A demand on the sites that are open: Σ weight·open ≥ least. */
export type SiteCut = { weights: Float64Array; least: number }

/** What to build: which ways (`blocks × sites`) are in, and further cuts. */
export type ModelOptions = {
  kept: Uint8Array
  cuts?: readonly SiteCut[]
  isRelaxed?: boolean
  hasCosts?: boolean
}

/** The mixed-integer model and how its columns are read and written. */
export type ExactModel = {
  data: ReturnType<ModelRows['pack']>
  decisionOf(columns: Float64Array): Decision
  columnsOf(decision: Decision): Float64Array
}

type Columns = {
  rows: ModelRows
  /** `blocks × sites`, −1 where the way is not in. */
  go: Int32Array
  open: Int32Array
  /** `sites × groups`: taught here; −1 where the school being open says it. */
  teach: Int32Array
}

/**
 * Columns: share of each block at each site, site open, and group taught where it has a minimum. Rows: everyone has a
 * place; only at an open site (block by block, which makes the relaxation tight, but in one row where only feasibility
 * is asked); capacities; minimums; those present stay; number of sites; fairness of the longest way and the worst area.
 */
export function buildExactModel(network: Network, options: ModelOptions): ExactModel {
  const { blocks, siteCount, groupCount, cost, runningCost, mustOpen, mustClose, groupMinimum } = network
  const { kept, cuts = [], isRelaxed = false, hasCosts = true } = options
  const rows = new ModelRows()
  const price = (value: number) => (hasCosts ? value : 0)
  const columns: Columns = {
    rows,
    go: new Int32Array(kept.length).fill(-1),
    open: new Int32Array(siteCount),
    teach: new Int32Array(siteCount * groupCount).fill(-1),
  }
  for (let site = 0; site < siteCount; site++) {
    const low = mustOpen[site]!
    columns.open[site] = rows.column(price(runningCost[site]!), low, 1 - mustClose[site]!, true)
    for (let group = 0; group < groupCount; group++) {
      const at = site * groupCount + group
      if (groupMinimum[at]! > 0) columns.teach[at] = rows.column(0, 0, 1, true)
    }
  }
  blocks.forEach((block, b) => {
    for (let at = b * siteCount; at < (b + 1) * siteCount; at++) {
      if (kept[at] === 1) columns.go[at] = rows.column(price(cost[at]!), 0, 1, block.isWhole)
    }
  })
  addPlaces(network, columns, hasCosts)
  for (let site = 0; site < siteCount; site++) addSite(network, columns, site, !hasCosts)
  addNumbers(network, columns, cuts)
  const fairness = hasCosts ? addFairness(network, rows, columns.go) : undefined
  return {
    data: rows.pack(isRelaxed),
    decisionOf: (values) => readDecision(network, columns, values),
    columnsOf: (decision) => writeDecision(network, columns, fairness, decision),
  }
}

function addPlaces(
  { blocks, siteCount, mustOpen, groupCount, groupPupils }: Network,
  columns: Columns,
  isBlockByBlock: boolean,
): void {
  const { rows, go, open, teach } = columns
  blocks.forEach((block, b) => {
    const sites: number[] = []
    for (let site = 0; site < siteCount; site++) if (go[b * siteCount + site]! >= 0) sites.push(site)
    const columnAt = (site: number) => go[b * siteCount + site]!
    rows.row(
      1,
      1,
      sites.map((site) => [columnAt(site), 1] as const),
    )
    for (const site of sites) {
      const isHeld = block.stays && block.present === site
      if (isHeld)
        rows.row(0, 0, [
          [columnAt(site), 1],
          [open[site]!, -1],
        ])
      for (let group = 0; group < groupCount; group++) {
        const taught = teach[site * groupCount + group]!
        if (taught < 0 || groupPupils[b * groupCount + group]! === 0) continue
        rows.row(Number.NEGATIVE_INFINITY, 0, [
          [columnAt(site), 1],
          [taught, -1],
        ])
      }
      if (isBlockByBlock && !isHeld && mustOpen[site] === 0) {
        rows.row(Number.NEGATIVE_INFINITY, 0, [
          [columnAt(site), 1],
          [open[site]!, -1],
        ])
      }
    }
    if (block.stays && !sites.includes(block.present)) {
      // A right to stay where nobody of the block may be: the site cannot be open.
      rows.row(0, 0, [[open[block.present]!, 1]])
    }
  })
}

function addSite(network: Network, columns: Columns, site: number, isLink: boolean): void {
  const { blocks, siteCount, groupCount, groupPupils, capacity, minimum, groupCapacity, groupMinimum } =
    network
  const { rows, go, open, teach } = columns
  const isOpen = open[site]!
  const load = (pupils: (b: number) => number) =>
    blocks.flatMap((_, b) => {
      const column = go[b * siteCount + site]!
      return column < 0 ? [] : [[column, pupils(b)] as const]
    })
  const limit = (
    terms: readonly (readonly [number, number])[],
    flag: number,
    most: number,
    least: number,
  ) => {
    if (most < Number.POSITIVE_INFINITY) rows.row(Number.NEGATIVE_INFINITY, 0, [...terms, [flag, -most]])
    if (least > 0) rows.row(0, Number.POSITIVE_INFINITY, [...terms, [flag, -least]])
  }
  const all = load((b) => blocks[b]!.pupils)
  const everyone = blocks.reduce((sum, { pupils }) => sum + pupils, 0)
  const most = capacity[site]!
  limit(all, isOpen, isLink ? Math.min(most, everyone) : most, minimum[site]!)
  for (let group = 0; group < groupCount; group++) {
    const at = site * groupCount + group
    const taught = teach[at]!
    const most = groupCapacity[at]!
    if (taught >= 0)
      rows.row(Number.NEGATIVE_INFINITY, 0, [
        [taught, 1],
        [isOpen, -1],
      ])
    const terms = load((b) => groupPupils[b * groupCount + group]!)
    limit(terms, taught >= 0 ? taught : isOpen, most, groupMinimum[at]!)
  }
}

function addNumbers(
  { siteCount, openAtMost, openAtLeast }: Network,
  columns: Columns,
  cuts: readonly SiteCut[],
): void {
  const { rows, open } = columns
  const sites = Array.from({ length: siteCount }, (_, site) => site)
  if (openAtMost < siteCount || openAtLeast > 0) {
    rows.row(
      openAtLeast,
      openAtMost,
      sites.map((site) => [open[site]!, 1] as const),
    )
  }
  for (const { weights, least } of cuts) {
    rows.row(
      least,
      Number.POSITIVE_INFINITY,
      sites.map((site) => [open[site]!, weights[site]!] as const),
    )
  }
}

/** Smaller shares are the solver's tolerance and not pupils. */
const LEAST_SHARE = 1e-6

function readDecision({ blocks, siteCount }: Network, { go, open }: Columns, values: Float64Array): Decision {
  const isOpen = Uint8Array.from(open, (column) => Math.round(values[column]!))
  const share = new Float64Array(go.length)
  blocks.forEach(({ isWhole }, b) => {
    const row = share.subarray(b * siteCount, (b + 1) * siteCount)
    row.forEach((_, site) => {
      const value = isOpen[site] === 1 ? (values[go[b * siteCount + site]!] ?? 0) : 0
      row[site] = isWhole ? Math.round(value) : value < LEAST_SHARE ? 0 : value
    })
    const sum = row.reduce((all, part) => all + part, 0)
    row.forEach((part, site) => {
      row[site] = part / sum
    })
  })
  return { isOpen, share }
}

function writeDecision(
  network: Network,
  columns: Columns,
  fairness: FairnessColumns | undefined,
  decision: Decision,
): Float64Array {
  const { isOpen, share } = decision
  const { groupCount, groupPupils, siteCount, blocks } = network
  const values = new Float64Array(columns.rows.columns)
  columns.open.forEach((column, site) => {
    values[column] = isOpen[site]!
  })
  columns.go.forEach((column, at) => {
    if (column >= 0) values[column] = share[at]!
  })
  columns.teach.forEach((column, at) => {
    if (column < 0) return
    const site = Math.floor(at / groupCount)
    const isTaught = blocks.some(
      (_, b) => share[b * siteCount + site]! > 0 && groupPupils[b * groupCount + (at % groupCount)]! > 0,
    )
    values[column] = isTaught ? 1 : 0
  })
  if (fairness) writeFairness(network, fairness, decision, values)
  return values
}
