import { fieldsOf } from '../form/fields.ts'
import type { Answer, Answers, CallElement } from '../model.ts'
import { namesIn } from './check.ts'
import { evaluate } from './evaluate.ts'
import { namesInRow, namesOf } from './names.ts'
import { parse, Unreadable } from './parse.ts'
import { type ExpressionProblem, problemsOf } from './problems.ts'

/**
 * Answers with what is computed from them. What cannot be told yet is not there: a total of blanks is a blank, and
 * no zero. Whatever was typed into a computed field is passed over.
 */
export function withComputed(elements: readonly CallElement[], answers: Answers): Answers {
  const computed = fieldsOf(elements).filter((field) => field.computed !== null)
  if (computed.length === 0) return answers
  const all = new Map(answers)
  const base = namesOf(elements)
  for (const { name } of computed) all.delete(name)
  // One may be computed from another; as many rounds as there are fields settle any order of them.
  for (let round = 0, isMoving = true; isMoving && round < computed.length; round += 1) {
    isMoving = false
    for (const { name, kind, computed: formula, element, row } of computed) {
      if (all.has(name) || formula === null || (kind !== 'count' && kind !== 'money')) continue
      const names = row ? namesInRow(base, { element: element.key, row: row.key }) : base
      const computedAnswer = answerOf(formula, kind, { names, answers: all, context: {} })
      if (!computedAnswer) continue
      all.set(name, computedAnswer)
      isMoving = true
    }
  }
  return all
}

/** What a formula gives; what is made of nothing but what is not applicable is not applicable either. */
function answerOf(
  text: string,
  kind: 'count' | 'money',
  given: Parameters<typeof evaluate>[1],
): Answer | undefined {
  try {
    const number = evaluate(text, given)
    if (typeof number === 'number') return { kind, number }
    const parts = namesIn(parse(text))
      .flatMap((name) => given.names.get(name)?.fields ?? [])
      .map((field) => given.answers.get(field))
    const [first] = parts
    const isInapplicable = parts.every((part) => part?.kind === 'missing' && part.missing === 'notApplicable')
    return isInapplicable ? first : undefined
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** What is wrong with the formulas of computed fields, by the element or `element.column` that has it. */
export function problemsOfComputed(elements: readonly CallElement[]): Map<string, ExpressionProblem[]> {
  const problems = new Map<string, ExpressionProblem[]>()
  const graph = new Map<string, readonly string[]>()
  const base = namesOf(elements)
  for (const { name, computed, element, row, column } of fieldsOf(elements)) {
    if (computed === null) continue
    const place = column ? `${element.key}.${column.key}` : name
    const names = row ? namesInRow(base, { element: element.key, row: row.key }) : base
    const found = problemsOf(computed, names, 'number')
    if (found.length > 0) problems.set(place, found)
    else
      graph.set(
        name,
        namesIn(parse(computed)).flatMap((one) => names.get(one)?.fields ?? []),
      )
  }
  for (const name of graph.keys())
    if (reaches(graph, name, name)) {
      const [element = '', , column] = name.split('.')
      problems.set(column ? `${element}.${column}` : element, [
        { reason: 'collection.checks.circle', values: { name }, at: 0 },
      ])
    }
  return problems
}

function reaches(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string) {
  const seen = new Set<string>()
  const next = [...(graph.get(from) ?? [])]
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (one === to) return true
    if (seen.has(one)) continue
    seen.add(one)
    next.push(...(graph.get(one) ?? []))
  }
  return false
}
