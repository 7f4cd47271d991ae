import { evaluateFormula } from '../checks/index.ts'
import type { AskingCall, Standing } from '../life/accepted-store.server.ts'
import type { Answer, Answers, CallElement } from '../model.ts'
import { elementsOf, type Formula } from './formula.ts'

/** Why an institution that was accepted is in neither sum. */
export type LeftOut = 'notApplicable' | 'notAvailable' | 'lacking' | 'impossible'

/** What an institution adds to a figure, with the accepted versions that say so. */
export type Contribution = {
  institutionId: string
  submissions: readonly { id: string; version: number; callId: string }[]
  isBeingMended: boolean
  value: { numerator: number; denominator: number | null } | LeftOut
}

/** What all institutions together come to. */
export type Gathered = {
  /** Not excused, and asked for everything that the formula needs. */
  asked: number
  contributions: readonly Contribution[]
}

export type Accepted = {
  calls: readonly AskingCall[]
  standings: readonly Standing[]
  values: ReadonlyMap<string, Answers>
}

/**
 * What each institution with accepted answers adds to a figure of a formula. Answers of one institution to several
 * calls of the period are read together, those accepted later before those accepted earlier.
 *
 * @param isPossible whether a numerator and a denominator can be a figure of the indicator
 */
export function gather(
  formula: Formula,
  { calls, standings, values }: Accepted,
  isPossible: (value: { numerator: number; denominator: number | null }) => boolean,
): Gathered {
  const needed = elementsOf(formula)
  const callOf = new Map(calls.map((call) => [call.id, call]))
  let asked = 0
  const contributions: Contribution[] = []
  for (const [institutionId, all] of Map.groupBy(standings, (one) => one.institutionId)) {
    const own = all
      .filter(({ callId }) => callOf.get(callId)?.elements.some(({ key }) => needed.includes(key)))
      .toSorted((a, b) => (a.acceptedAt?.getTime() ?? 0) - (b.acceptedAt?.getTime() ?? 0))
    const keys = new Set(
      own.flatMap(({ callId }) => callOf.get(callId)?.elements.map(({ key }) => key) ?? []),
    )
    if (needed.length === 0 || !needed.every((key) => keys.has(key))) continue
    asked += 1
    const accepted = own.filter((one) => one.accepted !== null)
    if (accepted.length === 0) continue
    const elements = new Map<string, CallElement>()
    const answers = new Map<string, Answer>()
    for (const { callId, submissionId } of accepted) {
      for (const element of callOf.get(callId)?.elements ?? []) elements.set(element.key, element)
      for (const [field, answer] of values.get(submissionId) ?? []) answers.set(field, answer)
    }
    contributions.push({
      institutionId,
      submissions: accepted.map((one) => ({
        id: one.submissionId,
        version: one.accepted ?? 0,
        callId: one.callId,
      })),
      isBeingMended: accepted.some((one) => one.isBeingMended),
      value: contributionOf(formula, { needed, elements: [...elements.values()], answers }, isPossible),
    })
  }
  return { asked, contributions }
}

type Given = { needed: readonly string[]; elements: readonly CallElement[]; answers: Answers }

function contributionOf(
  { numerator, denominator }: Pick<Formula, 'numerator' | 'denominator'>,
  { needed, elements, answers }: Given,
  isPossible: (value: { numerator: number; denominator: number | null }) => boolean,
): Contribution['value'] {
  const above = evaluate(numerator, elements, answers)
  const below = denominator === null ? null : evaluate(denominator, elements, answers)
  if (above === null || (denominator !== null && below === null)) return whyLeftOut(needed, answers)
  const value = { numerator: above, denominator: below }
  // Nothing out of nothing is no figure of an institution, and adds nothing to a sum.
  const isNothing = above === 0 && below === 0
  return isNothing || isPossible(value) ? value : 'impossible'
}

function evaluate(expression: string, elements: readonly CallElement[], answers: Answers): number | null {
  try {
    return evaluateFormula(expression, elements, answers)
  } catch {
    return null
  }
}

function whyLeftOut(needed: readonly string[], answers: Answers): LeftOut {
  const missing = [...answers].flatMap(([field, answer]) =>
    answer.kind === 'missing' && needed.includes(field.split('.', 1)[0] ?? field) ? [answer.missing] : [],
  )
  if (missing.includes('notAvailable')) return 'notAvailable'
  return missing.includes('notApplicable') ? 'notApplicable' : 'lacking'
}

/** Numerators and denominators of all that count, summed before anything is divided; null where nobody counts. */
export function sumOf(
  contributions: readonly Contribution[],
): { numerator: number; denominator: number | null } | null {
  const counted = contributions.flatMap(({ value }) => (typeof value === 'string' ? [] : [value]))
  if (counted.length === 0) return null
  return {
    numerator: exactSum(counted.map(({ numerator }) => numerator)),
    denominator: counted.some(({ denominator }) => denominator === null)
      ? null
      : exactSum(counted.map(({ denominator }) => denominator ?? 0)),
  }
}

/** Sums of euros and cents come out the same in whatever order they are added. */
const exactSum = (numbers: readonly number[]) =>
  Number(
    numbers
      .toSorted((a, b) => a - b)
      .reduce((sum, one) => sum + one, 0)
      .toPrecision(15),
  )
