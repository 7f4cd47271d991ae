import { Faults } from './faults.ts'
import type { NetworkProblem, Site, Unit } from './problem.ts'

/**
 * Checks that a problem names only what it has and that numbers are possible.
 *
 * @throws RangeError naming the caller and, for each fault, the thing and the value
 */
export function checkProblem(caller: string, problem: NetworkProblem): void {
  const { sites, units, gradeBands } = problem
  const faults = new Faults()
  if (sites.length === 0) faults.add('sites is empty')
  if (units.length === 0) faults.add('units is empty')
  checkTravel(problem, faults)
  const siteIds = uniqueIds(sites, 'site', faults)
  uniqueIds(units, 'unit', faults)
  const groupIds = uniqueIds(gradeBands, 'grade band', faults)
  for (const { id, travelLimit } of gradeBands) faults.limit(`travelLimit of ${id}`, travelLimit)
  for (const site of sites) checkSite(site, groupIds, faults)
  for (const unit of units) checkUnit(unit, siteIds, groupIds, faults)
  checkTogether(units, faults)
  checkWhole(problem, faults)
  faults.throwAny(caller)
}

function checkTravel({ sites, units, travel }: NetworkProblem, faults: Faults): void {
  if (travel.length !== units.length * sites.length) {
    faults.add(`travel has ${travel.length} numbers for ${units.length} units × ${sites.length} sites`)
    return
  }
  travel.forEach((minutes, at) => {
    if (minutes >= 0) return
    const unit = units[Math.floor(at / sites.length)]?.id
    faults.add(`travel of ${unit} to ${sites[at % sites.length]?.id} is ${minutes}`)
  })
}

function checkSite(site: Site, groupIds: ReadonlySet<string>, faults: Faults): void {
  const { id, capacity, minimum, runningCost, status = 'free', groups = {} } = site
  faults.pupilLimit(`capacity of ${id}`, capacity, true)
  faults.pupilLimit(`minimum of ${id}`, minimum, false)
  faults.amount(`runningCost of ${id}`, runningCost)
  if (!['free', 'open', 'closed'].includes(status)) faults.add(`status of ${id} is ${status}`)
  for (const [group, limits] of Object.entries(groups)) {
    if (!groupIds.has(group)) faults.add(`site ${id} has limits for grade band ${group}, which is not given`)
    faults.pupilLimit(`capacity of ${id} for ${group}`, limits.capacity, true)
    faults.pupilLimit(`minimum of ${id} for ${group}`, limits.minimum, false)
  }
}

function checkUnit(
  { id, pupils, gradeBand, presentSite, priority }: Unit,
  siteIds: ReadonlySet<string>,
  groupIds: ReadonlySet<string>,
  faults: Faults,
): void {
  faults.pupils(`pupils of ${id}`, pupils)
  if (!groupIds.has(gradeBand)) faults.add(`unit ${id} is of grade band ${gradeBand}, which is not given`)
  if (presentSite !== undefined && !siteIds.has(presentSite)) {
    faults.add(`unit ${id} is present in ${presentSite}, which is not given`)
  }
  faults.amount(`priority of ${id}`, priority)
}

/** Newcomers may go together with pupils of a school, but not pupils of one school with those of another. */
function checkTogether(units: readonly Unit[], faults: Faults): void {
  const presentOf = new Map<string, string>()
  for (const { id, together, presentSite } of units) {
    if (together === undefined || presentSite === undefined) continue
    if ((presentOf.get(together) ?? presentSite) !== presentSite) {
      faults.add(
        `units of ${together} go together but are present in different schools (${id} in ${presentSite})`,
      )
    }
    presentOf.set(together, presentSite)
  }
}

function checkWhole(
  { movingCost, openAtMost, openAtLeast, fairness = {} }: NetworkProblem,
  faults: Faults,
): void {
  faults.amount('movingCost', movingCost)
  if (openAtMost !== Number.POSITIVE_INFINITY) checkCount('openAtMost', openAtMost, faults)
  checkCount('openAtLeast', openAtLeast, faults)
  faults.amount('fairness.longest', fairness.longest)
  faults.amount('fairness.worstArea', fairness.worstArea)
  faults.limit('fairness.beyond.minutes', fairness.beyond?.minutes)
  faults.amount('fairness.beyond.weight', fairness.beyond?.weight)
}

function checkCount(what: string, value: number | undefined, faults: Faults): void {
  if (value !== undefined && !(Number.isInteger(value) && value >= 0)) faults.add(`${what} is ${value}`)
}

function uniqueIds(of: readonly { id: string }[], what: string, faults: Faults): Set<string> {
  const ids = new Set<string>()
  for (const { id } of of) {
    if (ids.has(id)) faults.add(`${what} ${id} is given twice`)
    ids.add(id)
  }
  return ids
}
