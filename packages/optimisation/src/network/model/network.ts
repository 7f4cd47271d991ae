import { type KeepsRule, type Rule, ruleKey } from '../rules/rule.ts'
import { type Block, makeBlocks } from './blocks.ts'
import type { NetworkProblem, SiteGroup } from './problem.ts'

/** A problem in numbers. Matrices lie row by row: `blocks × sites`, `sites × groups`. */
export type Network = {
  problem: NetworkProblem
  blocks: readonly Block[]
  siteCount: number
  groupCount: number
  /** `blocks × sites`: cost of a block at a site in pupil-minutes; Infinity where rules keep it away. */
  cost: Float64Array
  /** `blocks × sites`: the longest way of those of a block who are not at the site already. */
  longest: Float64Array
  /** `blocks × groups`: pupils. */
  groupPupils: Float64Array
  runningCost: Float64Array
  mustOpen: Uint8Array
  mustClose: Uint8Array
  capacity: Float64Array
  minimum: Float64Array
  /** `sites × groups`. */
  groupCapacity: Float64Array
  groupMinimum: Float64Array
  openAtMost: number
  openAtLeast: number
  /** Every rule that the numbers hold, once. */
  rules: readonly Rule[]
}

const keepsAll: KeepsRule = () => true

/** Turns a checked problem into numbers, without the rules that `keeps` lifts. */
export function makeNetwork(problem: NetworkProblem, keeps: KeepsRule = keepsAll): Network {
  const rules = new Map<string, Rule>()
  const asked: KeepsRule = (rule) => {
    rules.set(ruleKey(rule), rule)
    return keeps(rule)
  }
  const { sites, gradeBands } = problem
  const limit = (rule: Rule & { pupils: number }, none: number) =>
    rule.pupils === none || !asked(rule) ? none : rule.pupils
  const groupLimits = (rule: 'capacity' | 'minimum', none: number) =>
    sites.flatMap(({ id: site, groups = {} }) =>
      gradeBands.map(({ id: gradeBand }) => {
        const limits: SiteGroup = groups[gradeBand] ?? {}
        return limit({ rule, site, gradeBand, pupils: limits[rule] ?? none }, none)
      }),
    )
  const { openAtMost = Number.POSITIVE_INFINITY, openAtLeast = 0 } = problem
  const none = Number.POSITIVE_INFINITY
  const mustClose = sites.map(
    ({ id, status }) => status === 'closed' && asked({ rule: 'fixedClosed', site: id }),
  )
  const mustOpen = sites.map(({ id, status }) => status === 'open' && asked({ rule: 'fixedOpen', site: id }))
  const blocks = makeBlocks(problem, asked)
  const capacity = sites.map(({ id, capacity = none }) =>
    limit({ rule: 'capacity', site: id, pupils: capacity }, none),
  )
  const minimum = sites.map(({ id, minimum = 0 }) => limit({ rule: 'minimum', site: id, pupils: minimum }, 0))
  const limits = gradeBands.map(({ id, travelLimit: minutes = none }) =>
    minutes === none || !asked({ rule: 'travelLimit', gradeBand: id, minutes }) ? none : minutes,
  )
  const everyone = blocks.reduce((sum, { pupils }) => sum + pupils, 0)
  // Room for more than there are would only put large numbers into the model.
  const binding = (capacity: number) => (capacity < everyone ? capacity : none)
  const network: Network = {
    problem,
    blocks,
    siteCount: sites.length,
    groupCount: gradeBands.length,
    cost: new Float64Array(blocks.length * sites.length).fill(none),
    longest: new Float64Array(blocks.length * sites.length),
    groupPupils: new Float64Array(blocks.length * gradeBands.length),
    runningCost: Float64Array.from(sites, ({ runningCost = 0 }) => runningCost),
    mustOpen: Uint8Array.from(mustOpen, Number),
    mustClose: Uint8Array.from(mustClose, Number),
    capacity: Float64Array.from(capacity, binding),
    minimum: Float64Array.from(minimum),
    groupCapacity: Float64Array.from(groupLimits('capacity', none), binding),
    groupMinimum: Float64Array.from(groupLimits('minimum', 0)),
    openAtMost: openAtMost === none || !asked({ rule: 'openAtMost', sites: openAtMost }) ? none : openAtMost,
    openAtLeast: openAtLeast === 0 || !asked({ rule: 'openAtLeast', sites: openAtLeast }) ? 0 : openAtLeast,
    rules: [],
  }
  fillBlocks(network, limits)
  return { ...network, rules: [...rules.values()] }
}

function fillBlocks(network: Network, limits: readonly number[]): void {
  const { problem, blocks, siteCount, groupCount } = network
  const groupIndex = new Map(problem.gradeBands.map(({ id }, index) => [id, index]))
  blocks.forEach((block, b) => {
    for (const unit of block.units) {
      const { gradeBand, pupils } = problem.units[unit]!
      const at = b * groupCount + groupIndex.get(gradeBand)!
      network.groupPupils[at]! += pupils
    }
    const isBound = block.stays && network.mustOpen[block.present] === 1
    for (let site = 0; site < siteCount; site++) {
      if (network.mustClose[site] === 1 || (isBound && site !== block.present)) continue
      const at = b * siteCount + site
      network.cost[at] = blockCost(network, block, site, groupIndex, limits)
      network.longest[at] = longestWay(problem, block, site)
    }
  })
}

function longestWay({ units, sites, travel }: NetworkProblem, block: Block, site: number): number {
  const moving = block.units.filter((unit) => units[unit]?.presentSite !== sites[site]?.id)
  return moving.reduce((most, unit) => Math.max(most, travel[unit * sites.length + site]!), 0)
}

function blockCost(
  { problem, siteCount, groupCount, groupCapacity }: Network,
  block: Block,
  site: number,
  groupIndex: ReadonlyMap<string, number>,
  limits: readonly number[],
): number {
  const { mayPresentStay = false, movingCost = 0, fairness = {} } = problem
  let cost = 0
  for (const index of block.units) {
    const unit = problem.units[index]
    if (!unit) continue
    const minutes = problem.travel[index * siteCount + site]!
    const group = groupIndex.get(unit.gradeBand)!
    const isHere = unit.presentSite === problem.sites[site]?.id
    const isTooFar = minutes > limits[group]! && !(isHere && mayPresentStay)
    const isNotTaught = groupCapacity[site * groupCount + group] === 0
    if (isTooFar || isNotTaught || minutes === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY
    const unfair = fairness.beyond
      ? fairness.beyond.weight * Math.max(0, minutes - fairness.beyond.minutes)
      : 0
    cost += unit.pupils * (unit.priority ?? 1) * (minutes + unfair)
    if (unit.presentSite !== undefined && !isHere) cost += movingCost * unit.pupils
  }
  return cost
}
