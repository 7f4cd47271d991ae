import type { Network } from '../model/network.ts'
import type { Rule } from '../rules/rule.ts'
import type { Decision } from './decision.ts'

/**
 * Rules without slack in a plan. A capacity is tight when a block that would be better off at the school, and need
 * not stay where it is, finds no room; a minimum when the school's smallest block could not leave; a number of
 * schools when it is reached.
 */
export function tightRules(
  network: Network,
  { isOpen, share }: Decision,
  total: Float64Array,
  byGroup: Float64Array,
): Rule[] {
  const { rules, problem, groupCount } = network
  const siteIndex = new Map(problem.sites.map(({ id }, index) => [id, index]))
  const groupIndex = new Map(problem.gradeBands.map(({ id }, index) => [id, index]))
  const open = isOpen.reduce((sum, flag) => sum + flag, 0)
  return rules.filter((rule) => {
    if (rule.rule === 'openAtMost' || rule.rule === 'openAtLeast') return open === rule.sites
    if (rule.rule !== 'capacity' && rule.rule !== 'minimum') return false
    const site = siteIndex.get(rule.site) ?? -1
    if (isOpen[site] !== 1) return false
    const group = rule.gradeBand === undefined ? -1 : (groupIndex.get(rule.gradeBand) ?? -1)
    const load = group < 0 ? total[site]! : byGroup[site * groupCount + group]!
    if (rule.rule === 'minimum') {
      const least = smallestPart(network, share, site, group)
      return load > 0 && load - least < rule.pupils - 1e-7
    }
    return isTurningAway(network, { isOpen, share }, site, group, rule.pupils - load)
  })
}

function pupilsOf({ blocks, groupCount, groupPupils }: Network, b: number, group: number): number {
  return group < 0 ? blocks[b]!.pupils : groupPupils[b * groupCount + group]!
}

function smallestPart(network: Network, share: Float64Array, site: number, group: number): number {
  const { blocks, siteCount } = network
  let least = Number.POSITIVE_INFINITY
  for (let b = 0; b < blocks.length; b++) {
    const part = share[b * siteCount + site]! * pupilsOf(network, b, group)
    if (part > 0 && part < least) least = part
  }
  return least
}

function isTurningAway(
  network: Network,
  { isOpen, share }: Decision,
  site: number,
  group: number,
  room: number,
): boolean {
  const { blocks, siteCount, cost } = network
  return blocks.some((block, b) => {
    if (block.stays && isOpen[block.present] === 1) return false
    const here = cost[b * siteCount + site]!
    const away = 1 - share[b * siteCount + site]!
    const pupils = pupilsOf(network, b, group)
    if (pupils === 0 || away < 1e-6 || (block.isWhole ? pupils <= room + 1e-7 : room > 1e-7)) return false
    for (let other = 0; other < siteCount; other++) {
      const at = b * siteCount + other
      if (share[at]! > 1e-6 && cost[at]! > here + 1e-9) return true
    }
    return false
  })
}
