import { fieldsIn } from '../checks/index.ts'

/** How an indicator follows from accepted answers. */
export type Formula = {
  id: string
  indicatorId: string
  /** Dimension → value of the series that it gives; empty without. */
  breakdown: Readonly<Record<string, string>>
  /** Of each institution by itself, or of all of them together. */
  level: 'institution' | 'municipality'
  numerator: string
  /** Null where the numerator is the figure. */
  denominator: string | null
  revision: number
}

/** Keys of the elements that a formula needs; none where its text cannot be read. */
export function elementsOf({ numerator, denominator }: Pick<Formula, 'numerator' | 'denominator'>): string[] {
  const names = [numerator, denominator].flatMap((one) => (one === null ? [] : namesOf(one)))
  return [...new Set(names.map((name) => name.split('.', 1)[0] ?? name))]
}

function namesOf(expression: string): string[] {
  try {
    return fieldsIn(expression)
  } catch {
    return []
  }
}

/** Whether a formula gives the figures of an indicator with some breakdown. */
export const isFormulaOf = (
  formula: Pick<Formula, 'indicatorId' | 'breakdown'>,
  { indicatorId, breakdown }: Pick<Formula, 'indicatorId' | 'breakdown'>,
): boolean => formula.indicatorId === indicatorId && canonical(breakdown) === canonical(formula.breakdown)

const canonical = (breakdown: Formula['breakdown']) => JSON.stringify(Object.entries(breakdown).sort())
