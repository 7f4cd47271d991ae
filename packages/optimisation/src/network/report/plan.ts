import { fairnessCost } from '../model/fairness.ts'
import type { Network } from '../model/network.ts'
import type { Rule } from '../rules/rule.ts'
import { type Decision, sharesOf } from './decision.ts'
import { tightRules } from './tight-rules.ts'

/** Where a unit goes; `share` is below 1 only for splittable units. */
export type Placement = { unit: string; site: string; share: number }

/** Pupils of an open school, in all and by grade band. */
export type SiteLoad = { site: string; pupils: number; groups: Readonly<Record<string, number>> }

/** Which schools stay open and who goes where, with what it means for pupils. */
export type Plan = {
  open: readonly string[]
  placements: readonly Placement[]
  loads: readonly SiteLoad[]
  /** Objective in pupil-minutes: everything that the problem asks to be small. */
  cost: number
  meanMinutes: number
  longestMinutes: number
  /** Pupils who leave the school they are in. */
  movedPupils: number
  /** Rules without slack: a school that is full while someone would rather be there, one just at its minimum. */
  tight: readonly Rule[]
}

/** The decision in words of the problem. */
export function describePlan(network: Network, decision: Decision): Plan {
  const { problem, blocks, siteCount, cost, groupCount, groupPupils, runningCost } = network
  const { isOpen, share } = decision
  const placements: Placement[] = []
  const total = new Float64Array(siteCount)
  const byGroup = new Float64Array(siteCount * groupCount)
  const sums = { cost: 0, minutes: 0, pupils: 0, moved: 0, longest: 0 }
  blocks.forEach((block, b) => {
    sums.pupils += block.pupils
    for (let site = 0; site < siteCount; site++) {
      const part = share[b * siteCount + site]!
      if (part <= 0) continue
      sums.cost += part * cost[b * siteCount + site]!
      total[site]! += part * block.pupils
      for (let group = 0; group < groupCount; group++) {
        const at = site * groupCount + group
        byGroup[at]! += part * groupPupils[b * groupCount + group]!
      }
      const siteId = problem.sites[site]!.id
      for (const index of block.units) {
        const { id, pupils, presentSite = siteId } = problem.units[index]!
        const minutes = problem.travel[index * siteCount + site]!
        sums.minutes += part * minutes * pupils
        sums.longest = Math.max(sums.longest, minutes)
        if (presentSite !== siteId) sums.moved += part * pupils
        placements.push({ unit: id, site: siteId, share: part })
      }
    }
  })
  const open = [...isOpen.keys()].filter((site) => isOpen[site] === 1)
  const running = open.reduce((sum, site) => sum + runningCost[site]!, 0)
  return {
    open: open.map((site) => problem.sites[site]!.id),
    placements,
    loads: open.map((site) => ({
      site: problem.sites[site]!.id,
      pupils: total[site]!,
      groups: Object.fromEntries(
        problem.gradeBands.map(({ id }, group) => [id, byGroup[site * groupCount + group]!]),
      ),
    })),
    cost: sums.cost + running + fairnessCost(network, sharesOf(network, decision)),
    meanMinutes: sums.minutes / sums.pupils,
    longestMinutes: sums.longest,
    movedPupils: sums.moved,
    tight: tightRules(network, decision, total, byGroup),
  }
}
