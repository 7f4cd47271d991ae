import type { Answers, CallForm, Check } from '../model.ts'
import { comesTo, scopeOf } from './evaluate.ts'
import { FUNCTIONS, type Scope } from './functions.ts'
import { type Names, namesOf } from './names.ts'
import type { CheckContext, CheckOutcome } from './outcome.ts'
import { COMPARISONS, type Expression, parse, Unreadable } from './parse.ts'

/**
 * What every check of a form says of answers: all of them, in their order.
 *
 * @param answers with what is computed, as `withComputed` gives them
 */
export function evaluateChecks(form: CallForm, answers: Answers, context: CheckContext): CheckOutcome[] {
  const names = namesOf(form.elements)
  const scope = scopeOf({ names, answers, context })
  return form.checks.map((check) => outcomeOf(check, { names, scope, context }))
}

function outcomeOf(
  check: Check,
  { names, scope, context }: { names: Names; scope: Scope; context: CheckContext },
): CheckOutcome {
  const expression = readable(check.expression)
  if (!expression) return { check, outcome: 'notTold', fields: [], told: {} }
  const used = namesIn(expression)
  const fields = [...new Set(used.flatMap((name) => names.get(name)?.fields ?? []))]
  const value = comesTo(expression, scope)
  if (value === true) return { check, outcome: 'held', fields, told: {} }
  if (value === false) return { check, outcome: 'failed', fields, told: toldOf(expression, used, scope) }
  const isWaiting = needsOf(expression).some((need) => context[need] === undefined)
  return { check, outcome: isWaiting ? 'waits' : 'notTold', fields, told: {} }
}

/** One that cannot be read was refused when it was written; a check never stops whoever fills in the form. */
function readable(text: string): Expression | undefined {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** Both sides of what was compared, and each figure by its name, for the sentence about it. */
function toldOf(expression: Expression, used: readonly string[], scope: Scope) {
  const told: Record<string, string | number> = {}
  const note = (name: string, value: unknown) => {
    if (typeof value === 'number' || typeof value === 'string') told[name] = value
  }
  if (expression.kind === 'both' && COMPARISONS.has(expression.sign)) {
    note('left', comesTo(expression.left, scope))
    note('right', comesTo(expression.right, scope))
  }
  for (const name of used) {
    const [cell, ...others] = scope.cells(name)
    if (others.length === 0) note(name.replaceAll('.', '_'), cell?.value)
  }
  return told
}

/** Names that an expression uses, each once, in their order. */
export function namesIn(expression: Expression): string[] {
  const names: string[] = []
  walk(expression, (one) => {
    if (one.kind === 'name' && !names.includes(one.name)) names.push(one.name)
  })
  return names
}

/** What an expression needs besides the answers. */
export function needsOf(expression: Expression): (keyof CheckContext)[] {
  const needs = new Set<keyof CheckContext>()
  walk(expression, (one) => {
    const need = one.kind === 'call' ? FUNCTIONS[one.name]?.needs : undefined
    if (need) needs.add(need)
  })
  return [...needs]
}

function walk(expression: Expression, visit: (one: Expression) => void) {
  visit(expression)
  if (expression.kind === 'call') for (const input of expression.inputs) walk(input, visit)
  if (expression.kind === 'not' || expression.kind === 'minus') walk(expression.of, visit)
  if (expression.kind === 'both') {
    walk(expression.left, visit)
    walk(expression.right, visit)
  }
}
