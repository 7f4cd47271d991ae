import type { NetworkProblem, Unit } from '../network/model/problem.ts'
import type { Rule } from '../network/rules/rule.ts'

/** A plan by the letter of the problem: open sites and the site of each unit. */
export type LetterPlan = { open: readonly boolean[]; siteOf: readonly number[]; cost: number }

/** Every plan that keeps all rules, by trying all: for tests of small problems with whole units. */
export function allPlans(problem: NetworkProblem): LetterPlan[] {
  const { sites, units } = problem
  const plans: LetterPlan[] = []
  for (let mask = 0; mask < 2 ** sites.length; mask++) {
    const open = sites.map((_, site) => (mask >> site) % 2 === 1)
    if (!isAllowedOpen(problem, open)) continue
    for (let code = 0; code < sites.length ** units.length; code++) {
      const siteOf = units.map((_, unit) => Math.floor(code / sites.length ** unit) % sites.length)
      if (keepsRules(problem, open, siteOf)) plans.push({ open, siteOf, cost: costOf(problem, open, siteOf) })
    }
  }
  return plans.sort((one, other) => one.cost - other.cost)
}

/**
 * The problem without a rule, said in the problem itself: what is possible is then the same. Those who may stay but
 * need not be kept are said to live next to their school, so costs are not the same.
 */
export function liftRule(problem: NetworkProblem, rule: Rule): NetworkProblem {
  const { openAtMost, openAtLeast, ...rest } = problem
  const most = openAtMost === undefined || rule.rule === 'openAtMost' ? {} : { openAtMost }
  const least = openAtLeast === undefined || rule.rule === 'openAtLeast' ? {} : { openAtLeast }
  const sites = problem.sites.map((site) => {
    if (!('site' in rule) || rule.site !== site.id) return site
    if (rule.rule === 'fixedOpen' || rule.rule === 'fixedClosed') return { ...site, status: 'free' as const }
    const none = rule.rule === 'capacity' ? Number.POSITIVE_INFINITY : 0
    if (!('gradeBand' in rule) || rule.gradeBand === undefined) return { ...site, [rule.rule]: none }
    const limits = { ...site.groups?.[rule.gradeBand], [rule.rule]: none }
    return { ...site, groups: { ...site.groups, [rule.gradeBand]: limits } }
  })
  const units = problem.units.map((unit): Unit => {
    if (!('units' in rule) || !rule.units.includes(unit.id)) return unit
    const { presentSite, together, ...others } = unit
    if (rule.rule !== 'keptWhole') return together === undefined ? others : { ...others, together }
    return { ...others, ...(presentSite === undefined ? {} : { presentSite }), splittable: true }
  })
  const travel = problem.travel.map((minutes, at) => {
    const unit = problem.units[Math.floor(at / problem.sites.length)]
    const isThere = problem.sites[at % problem.sites.length]?.id === unit?.presentSite
    const isFreed = rule.rule === 'mayPresentStay' && rule.units.includes(unit?.id ?? '')
    return isFreed && isThere && minutes < Infinity ? 0 : minutes
  })
  const gradeBands = problem.gradeBands.map((group) =>
    rule.rule === 'travelLimit' && rule.gradeBand === group.id ? { id: group.id } : group,
  )
  return { ...rest, ...most, ...least, sites, units, gradeBands, travel }
}

function isAllowedOpen({ sites, openAtMost = Infinity, openAtLeast = 0 }: NetworkProblem, open: boolean[]) {
  const count = open.filter(Boolean).length
  const fits = sites.every(
    ({ status }, site) => !status || status === 'free' || (status === 'open') === open[site],
  )
  return fits && count <= openAtMost && count >= openAtLeast
}

function keepsRules(problem: NetworkProblem, open: boolean[], siteOf: number[]): boolean {
  const { sites, units, travel, gradeBands } = problem
  const isWayAllowed = units.every((unit, u) => {
    const site = siteOf[u] ?? -1
    const present = sites.findIndex(({ id }) => id === unit.presentSite)
    const isHeld = problem.mayPresentStay === true && present >= 0
    if (!open[site] || (isHeld && open[present] && site !== present)) return false
    const minutes = travel[u * sites.length + site] ?? Infinity
    const { travelLimit = Infinity } = gradeBands.find(({ id }) => id === unit.gradeBand) ?? {}
    return minutes < Infinity && (minutes <= travelLimit || (isHeld && site === present))
  })
  const areTogether = units.every(({ together }, u) =>
    units.every(
      (other, v) => together === undefined || other.together !== together || siteOf[u] === siteOf[v],
    ),
  )
  return (
    isWayAllowed &&
    areTogether &&
    sites.every(({ capacity = Infinity, minimum = 0, groups = {} }, site) => {
      const here = units.filter((_, u) => siteOf[u] === site)
      const load = count(here)
      if (open[site] && (load > capacity || load < minimum)) return false
      return Object.entries(groups).every(([group, limits]) => {
        const part = count(here.filter(({ gradeBand }) => gradeBand === group))
        return part <= (limits.capacity ?? Infinity) && (part === 0 || part >= (limits.minimum ?? 0))
      })
    })
  )
}

function count(units: readonly Unit[]): number {
  return units.reduce((sum, { pupils }) => sum + pupils, 0)
}

function costOf(problem: NetworkProblem, open: boolean[], siteOf: number[]): number {
  const { sites, units, travel, movingCost = 0, fairness = {} } = problem
  const minutesOf = (u: number) => travel[u * sites.length + (siteOf[u] ?? 0)] ?? 0
  const isMoved = (u: number) => units[u]?.presentSite !== sites[siteOf[u] ?? 0]?.id
  let cost = sites.reduce((sum, { runningCost = 0 }, site) => sum + (open[site] ? runningCost : 0), 0)
  units.forEach(({ pupils, priority = 1, presentSite }, u) => {
    const beyond = fairness.beyond
      ? fairness.beyond.weight * Math.max(0, minutesOf(u) - fairness.beyond.minutes)
      : 0
    cost += pupils * priority * (minutesOf(u) + beyond)
    if (presentSite !== undefined && isMoved(u)) cost += movingCost * pupils
  })
  cost += (fairness.longest ?? 0) * Math.max(0, ...units.map((_, u) => (isMoved(u) ? minutesOf(u) : 0)))
  const areas = [...new Set(units.flatMap(({ area }) => (area === undefined ? [] : [area])))]
  const means = areas.map((area) => {
    const members = units.map((unit, u) => ({ unit, u })).filter(({ unit }) => unit.area === area)
    const ways = members.reduce((sum, { unit, u }) => sum + unit.pupils * minutesOf(u), 0)
    return ways / count(members.map(({ unit }) => unit))
  })
  return cost + (fairness.worstArea ?? 0) * Math.max(0, ...means)
}
