/** A minimum size as a regulation has it, for the time in which it holds. Dates are ISO days; `validTo` is not in it. */
export type DatedMinimum = {
  id: string
  /** Sites it is about by kind ("city", "rural", "border"); all when absent. */
  kind?: string
  /** The grade band it is about; the whole school when absent. */
  gradeBand?: string
  pupils: number
  /** Share by which a school may be smaller, 0 to 1. */
  tolerance?: number
  validFrom: string
  validTo?: string
}

/** The minimum in force for a kind of school: rounded up, as pupils are whole. */
export type MinimumInForce = { id: string; gradeBand?: string; pupils: number }

/**
 * The minimum sizes that hold on a day for a kind of school, the strictest one for each grade band.
 *
 * @param day ISO date such as `2027-09-01`
 * @throws RangeError when a minimum is negative, a tolerance is not a share, or a day is not an ISO date
 */
export function minimumsInForce(
  minimums: readonly DatedMinimum[],
  day: string,
  kind: string,
): MinimumInForce[] {
  checkDay('day', day)
  const strictest = new Map<string | undefined, MinimumInForce>()
  for (const each of minimums) {
    const { id, gradeBand, pupils, tolerance = 0, validFrom, validTo } = each
    if (!(pupils >= 0 && pupils < Number.POSITIVE_INFINITY && tolerance >= 0 && tolerance <= 1)) {
      throw new RangeError(`minimumsInForce: ${id} has ${pupils} pupils and tolerance ${tolerance}`)
    }
    checkDay(`validFrom of ${id}`, validFrom)
    if (validTo !== undefined) checkDay(`validTo of ${id}`, validTo)
    const isInForce = validFrom <= day && (validTo === undefined || day < validTo)
    if (!isInForce || (each.kind !== undefined && each.kind !== kind)) continue
    const needed = Math.ceil(pupils * (1 - tolerance) - 1e-9)
    const found = strictest.get(gradeBand)
    if (found && found.pupils >= needed) continue
    strictest.set(gradeBand, { id, ...(gradeBand === undefined ? {} : { gradeBand }), pupils: needed })
  }
  return [...strictest.values()]
}

/** Days are compared as text, so one that is written otherwise would be compared wrongly. */
function checkDay(what: string, day: string): void {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  if (!isDay) throw new RangeError(`minimumsInForce: ${what} is ${day}, not an ISO date`)
}
