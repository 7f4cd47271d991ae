import type { Answer, Answers } from '../model.ts'
import { type Cell, FUNCTIONS, finite, type Scope, type Value } from './functions.ts'
import type { Names } from './names.ts'
import type { CheckContext } from './outcome.ts'
import { type Expression, parse, type Sign } from './parse.ts'

/**
 * What an expression comes to; null where nobody can tell. What was checked by `problemsOf` never fails here:
 * what does not fit comes to null.
 */
export function evaluate(text: string, { names, answers, context }: Given): Value {
  return comesTo(parse(text), scopeOf({ names, answers, context }))
}

type Given = { names: Names; answers: Answers; context: CheckContext }

/** What stands in a field, as expressions see it: a share is per cent. */
export function asValue(answer: Answer | undefined): Value {
  switch (answer?.kind) {
    case 'count':
    case 'money':
      return answer.number
    case 'share':
      return answer.denominator === 0 ? null : (100 * answer.numerator) / answer.denominator
    case 'date':
      return answer.day
    case 'choice':
      return answer.choice
    case 'text':
      return answer.text
    case 'photo':
      return answer.fileId
    default:
      return null
  }
}

export function scopeOf({ names, answers, context }: Given): Scope {
  const field = (name: string) => names.get(name)?.fields[0] ?? name
  return {
    cells: (name) => (names.get(name)?.fields ?? []).map((one) => cellOf(answers.get(one))),
    field,
    parts: (name) => {
      const answer = answers.get(field(name))
      return answer?.kind === 'share' ? answer : null
    },
    last: (one) => asValue(context.last?.get(one)),
    other: (call, one) => asValue(context.others?.get(call)?.get(one)),
    context,
  }
}

const cellOf = (answer: Answer | undefined): Cell => ({
  value: asValue(answer),
  isApplicable: !(answer?.kind === 'missing' && answer.missing === 'notApplicable'),
  isAnswered: answer !== undefined && answer.kind !== 'missing',
})

/** What a tree comes to in a scope. */
export function comesTo(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value
    case 'name':
      return scope.cells(expression.name)[0]?.value ?? null
    case 'minus':
      return negative(comesTo(expression.of, scope))
    case 'not': {
      const value = comesTo(expression.of, scope)
      return typeof value === 'boolean' ? !value : null
    }
    case 'call':
      return callOf(expression, scope)
    case 'both':
      return bothOf(expression.sign, comesTo(expression.left, scope), comesTo(expression.right, scope))
  }
}

const negative = (value: Value) => (typeof value === 'number' ? -value : null)

function callOf({ name, inputs }: Extract<Expression, { kind: 'call' }>, scope: Scope): Value {
  const called = FUNCTIONS[name]
  if (!called) return null
  const isName = (index: number) =>
    inputs[index]?.kind === 'name' && (called.takes === 'figures' || called.takes[index] === 'field')
  const names = inputs.flatMap((one, index) => (isName(index) && one.kind === 'name' ? [one.name] : []))
  const values = inputs.flatMap((one, index) => (isName(index) ? [] : [comesTo(one, scope)]))
  return called.run({ values, names }, scope)
}

function bothOf(sign: Sign, left: Value, right: Value): Value {
  if (sign === 'and') return left === false || right === false ? false : bothTrue(left, right)
  if (sign === 'or') return left === true || right === true ? true : bothFalse(left, right)
  if (left === null || right === null || typeof left !== typeof right) return null
  if (sign === '=') return isEqual(left, right)
  if (sign === '<>') return !isEqual(left, right)
  if (sign === '<') return left < right && !isEqual(left, right)
  if (sign === '<=') return left <= right || isEqual(left, right)
  if (sign === '>') return left > right && !isEqual(left, right)
  if (sign === '>=') return left >= right || isEqual(left, right)
  return typeof left === 'number' && typeof right === 'number' ? reckon(sign, left, right) : null
}

const bothTrue = (left: Value, right: Value) => (left === true && right === true ? true : null)
const bothFalse = (left: Value, right: Value) => (left === false && right === false ? false : null)

/** So far may figures differ by what adding decimals in binary leaves behind: sums of euros must come out. */
const LEFT_BEHIND = 1e-9

const isEqual = (left: Value, right: Value) =>
  typeof left === 'number' && typeof right === 'number'
    ? Math.abs(left - right) <= LEFT_BEHIND * Math.max(1, Math.abs(left), Math.abs(right))
    : left === right

function reckon(sign: Sign, left: number, right: number): number | null {
  if (sign === '+') return finite(left + right)
  if (sign === '-') return finite(left - right)
  if (sign === '*') return finite(left * right)
  return right === 0 ? null : finite(left / right)
}
