import type { NetworkProblem } from './problem.ts'

/**
 * Checks that a problem names only what it has and that numbers are possible.
 *
 * @throws RangeError naming the caller, the thing and the value
 */
export function checkProblem(caller: string, problem: NetworkProblem): void {
  const { sites, units, gradeGroups, travel } = problem
  const refuse = (what: string): never => {
    throw new RangeError(`${caller}: ${what}`)
  }
  const atLeastZero = (what: string, value: number | undefined) => {
    if (value !== undefined && !(value >= 0)) refuse(`${what} is ${value}`)
  }
  if (sites.length === 0) refuse('sites is empty')
  if (units.length === 0) refuse('units is empty')
  if (travel.length !== units.length * sites.length) {
    refuse(`travel has ${travel.length} numbers for ${units.length} units × ${sites.length} sites`)
  }
  for (const minutes of travel) if (!(minutes >= 0)) refuse(`travel holds ${minutes}`)
  const siteIds = uniqueIds(sites, 'site', refuse)
  uniqueIds(units, 'unit', refuse)
  const groupIds = uniqueIds(gradeGroups, 'grade group', refuse)
  for (const { id, travelLimit } of gradeGroups) atLeastZero(`travelLimit of ${id}`, travelLimit)
  for (const site of sites) {
    atLeastZero(`capacity of ${site.id}`, site.capacity)
    atLeastZero(`minimum of ${site.id}`, site.minimum)
    atLeastZero(`runningCost of ${site.id}`, site.runningCost)
    for (const [group, limits] of Object.entries(site.groups ?? {})) {
      if (!groupIds.has(group))
        refuse(`site ${site.id} has limits for grade group ${group}, which is not given`)
      atLeastZero(`capacity of ${site.id} for ${group}`, limits.capacity)
      atLeastZero(`minimum of ${site.id} for ${group}`, limits.minimum)
    }
  }
  const presentOf = new Map<string, string | undefined>()
  for (const { id, pupils, gradeGroup, presentSite, priority, together } of units) {
    if (!(pupils > 0 && Number.isFinite(pupils))) refuse(`pupils of ${id} is ${pupils}`)
    if (!groupIds.has(gradeGroup)) refuse(`unit ${id} is of grade group ${gradeGroup}, which is not given`)
    if (presentSite !== undefined && !siteIds.has(presentSite)) {
      refuse(`unit ${id} is present in ${presentSite}, which is not given`)
    }
    atLeastZero(`priority of ${id}`, priority)
    if (together === undefined) continue
    if (presentOf.has(together) && presentOf.get(together) !== presentSite) {
      refuse(
        `units of ${together} go together but are present in different schools (${id} in ${presentSite})`,
      )
    }
    presentOf.set(together, presentSite)
  }
  const { movingCost, openAtMost, openAtLeast, fairness = {} } = problem
  atLeastZero('movingCost', movingCost)
  atLeastZero('openAtMost', openAtMost)
  atLeastZero('openAtLeast', openAtLeast)
  atLeastZero('fairness.longest', fairness.longest)
  atLeastZero('fairness.worstArea', fairness.worstArea)
  atLeastZero('fairness.beyond.minutes', fairness.beyond?.minutes)
  atLeastZero('fairness.beyond.weight', fairness.beyond?.weight)
}

function uniqueIds(
  of: readonly { id: string }[],
  what: string,
  refuse: (text: string) => never,
): Set<string> {
  const ids = new Set<string>()
  for (const { id } of of) {
    if (ids.has(id)) refuse(`${what} ${id} is given twice`)
    ids.add(id)
  }
  return ids
}
