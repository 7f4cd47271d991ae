import type { Answers, CallElement } from '../model.ts'
import { namesIn } from './check.ts'
import { evaluate } from './evaluate.ts'
import { namesOf } from './names.ts'
import { parse } from './parse.ts'
import { type ExpressionProblem, problemsOf } from './problems.ts'

/** What is wrong with a check about these elements, all at once. */
export const problemsOfExpression = (
  text: string,
  { elements }: { elements: readonly CallElement[] },
): ExpressionProblem[] => problemsOf(text, namesOf(elements), 'truth')

/** What is wrong with a formula about these elements, all at once. */
export const problemsOfFormula = (
  text: string,
  { elements }: { elements: readonly CallElement[] },
): ExpressionProblem[] => problemsOf(text, namesOf(elements), 'number')

/** What a formula comes to; null where nobody can tell. @throws Unreadable when it is none */
export function evaluateFormula(
  text: string,
  elements: readonly CallElement[],
  answers: Answers,
): number | null {
  const value = evaluate(text, { names: namesOf(elements), answers, context: {} })
  return typeof value === 'number' ? value : null
}

/** Names that a formula or check uses. @throws Unreadable when it is none */
export const fieldsIn = (text: string): string[] => namesIn(parse(text))
