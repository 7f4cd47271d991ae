import { checkAmount } from '../argument-checks.ts'
import { checkKeys } from '../release/link.ts'
import type { Release, ReleaseCell } from '../release/release.ts'
import { dominanceShortfall, pPercentShortfall } from './contributions.ts'
import type { Protection } from './protection.ts'
import { checkRules, DEFAULT_RULES, type PrimaryRules } from './rules.ts'
import { shareReason } from './share-rule.ts'

/** Why a cell is sensitive. For the internal log: the public must not see it. */
export type PrimaryReason =
  | 'threshold'
  | 'zero'
  | 'dominance'
  | 'p percent'
  | 'share denominator'
  | 'share numerator'
  | 'share complement'

/** A cell that must not be printed, with what must remain possible for it. */
export type PrimaryCell = { key: string; reason: PrimaryReason } & Protection

/**
 * Finds the cells of a release that tell too much by themselves. Measures that are not about persons have none, but
 * for the dominance and p % rules that they name themselves. A sensitive share makes its numerator sensitive. What
 * earlier editions hid stays sensitive; what they printed counts only where this release prints it again.
 *
 * @param rules that differ from `DEFAULT_RULES`; a measure's own rules go before them
 * @returns one entry a cell, in the order of the release
 * @throws RangeError when a rule is impossible
 */
export function findPrimaryCells(release: Release, rules: Partial<PrimaryRules> = {}): PrimaryCell[] {
  const judge = judgeOf(release, rules)
  const reasons = release.cells.map((cell) => cellReason(cell, judge(cell)))
  for (const share of release.shares) {
    const [part, whole] = [release.cells[share.numerator], release.cells[share.denominator]]
    if (share.known || !part?.aboutPersons || part.structural || !whole) continue
    reasons[share.numerator] ??= shareReason(part.value, whole.value, judge(part))
  }
  return release.cells.flatMap((cell, at) => {
    const reason = reasons[at]
    return reason ? [{ key: cell.key, reason, ...protectionOf(cell, judge(cell)) }] : []
  })
}

/** Refuses primary cells that the release does not have, or of which it is not said how far to keep the attacker. */
export function checkPrimary(caller: string, release: Release, primary: readonly PrimaryCell[]): void {
  checkKeys(
    caller,
    'primary',
    release,
    primary.map(({ key }) => key),
  )
  for (const { key, below, above, width } of primary) {
    checkAmount(caller, `primary ${key} below`, below)
    checkAmount(caller, `primary ${key} above`, above)
    checkAmount(caller, `primary ${key} width`, width)
  }
}

/** The rules by which each cell is judged. */
function judgeOf(release: Release, rules: Partial<PrimaryRules>): (cell: ReleaseCell) => PrimaryRules {
  const general: PrimaryRules = { ...DEFAULT_RULES, ...rules }
  checkRules('findPrimaryCells', general)
  const byMeasure = new Map<string, PrimaryRules>()
  for (const [name, { aboutPersons, rules: own }] of Object.entries(release.measures)) {
    const completed = { ...general, ...own }
    checkRules('findPrimaryCells', completed)
    byMeasure.set(name, aboutPersons ? completed : contributionRules(completed, own))
  }
  return ({ measure }) => byMeasure.get(measure) ?? general
}

/** Of what is not about persons only the contributions are judged, by the rules that the measure names itself. */
function contributionRules(
  { shareDenominator, protection }: PrimaryRules,
  { dominance, pPercent }: Partial<PrimaryRules> = {},
): PrimaryRules {
  return {
    threshold: 0,
    zeros: 'print',
    shareDenominator,
    protection,
    ...(dominance ? { dominance } : {}),
    ...(pPercent === undefined ? {} : { pPercent }),
  }
}

/** Whether only earlier editions print it: this release can neither hide nor tell it. */
function isPast({ known, printed }: ReleaseCell): boolean {
  return known && !printed
}

function cellReason(cell: ReleaseCell, rules: PrimaryRules): PrimaryReason | undefined {
  const { structural, value, largest } = cell
  if (structural || isPast(cell)) return undefined
  if (value === 0) return rules.zeros === 'hide' ? 'zero' : undefined
  if (Math.abs(value) < rules.threshold) return 'threshold'
  if (dominanceShortfall(value, largest, rules.dominance) > 0) return 'dominance'
  if (pPercentShortfall(value, largest, rules.pPercent) > 0) return 'p percent'
  return undefined
}

/** At least one above and below (where there is room), as wide as the threshold and as a share of the value. */
function protectionOf(cell: ReleaseCell, rules: PrimaryRules): Protection {
  const { value, whole, lowest, largest } = cell
  const step = whole ? 1 : 0
  const shortfall = Math.max(
    dominanceShortfall(value, largest, rules.dominance),
    pPercentShortfall(value, largest, rules.pPercent),
  )
  const roundUp = (amount: number) => (whole ? Math.ceil(amount - 1e-9) : amount)
  const above = Math.max(step, roundUp(shortfall))
  const wide = roundUp(Math.max(rules.threshold, rules.protection * Math.abs(value)))
  return { below: Math.min(step, value - lowest), above, width: Math.max(wide, above) }
}
