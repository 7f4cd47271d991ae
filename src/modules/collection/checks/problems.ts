import type { TextKey, TextValues } from '#platform/texts/text.ts'
import { FUNCTIONS, type ValueType } from './functions.ts'
import type { Names } from './names.ts'
import { COMPARISONS, type Expression, parse, Unreadable } from './parse.ts'

/** What is wrong with an expression, and where in it, from 0. */
export type ExpressionProblem = { reason: TextKey; values: TextValues; at: number }

type Kind = ValueType | 'unknown'

/**
 * Everything that is wrong with an expression, before anybody is asked by it.
 *
 * @param wanted what it must come to: a check to a truth, a formula to a number
 */
export function problemsOf(text: string, names: Names, wanted: ValueType): ExpressionProblem[] {
  try {
    const problems: ExpressionProblem[] = []
    const kind = typeOf(parse(text), names, problems)
    if (problems.length === 0 && kind !== wanted && kind !== 'unknown')
      problems.push({ reason: `collection.checks.wanted.${wanted}`, values: {}, at: 0 })
    return problems
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const { at, found } = error
    return [
      found === ''
        ? { reason: 'collection.checks.ends', values: {}, at }
        : { reason: 'collection.checks.unreadable', values: { found, place: at + 1 }, at },
    ]
  }
}

function typeOf(expression: Expression, names: Names, problems: ExpressionProblem[]): Kind {
  const of = (inner: Expression, wanted: ValueType): void => {
    const kind = typeOf(inner, names, problems)
    if (kind !== wanted && kind !== 'unknown')
      problems.push({ reason: `collection.checks.needs.${wanted}`, values: {}, at: inner.at })
  }
  switch (expression.kind) {
    case 'number':
      return 'number'
    case 'text':
      return 'text'
    case 'name':
      return typeOfName(expression, names, problems)
    case 'minus':
      of(expression.of, 'number')
      return 'number'
    case 'not':
      of(expression.of, 'truth')
      return 'truth'
    case 'call':
      return typeOfCall(expression, names, problems)
    case 'both': {
      const { sign, left, right, at } = expression
      if (sign === 'and' || sign === 'or') {
        of(left, 'truth')
        of(right, 'truth')
        return 'truth'
      }
      if (!COMPARISONS.has(sign)) {
        of(left, 'number')
        of(right, 'number')
        return 'number'
      }
      const [one, other] = [typeOf(left, names, problems), typeOf(right, names, problems)]
      if (one !== other && one !== 'unknown' && other !== 'unknown')
        problems.push({ reason: 'collection.checks.different', values: {}, at })
      return 'truth'
    }
  }
}

function typeOfName(
  { name, at }: Extract<Expression, { kind: 'name' }>,
  names: Names,
  problems: ExpressionProblem[],
): Kind {
  const named = names.get(name)
  if (!named) problems.push({ reason: 'collection.checks.noName', values: { name }, at })
  else if (named.isColumn) problems.push({ reason: 'collection.checks.column', values: { name }, at })
  return named && !named.isColumn ? named.type : 'unknown'
}

function typeOfCall(
  { name, inputs, at }: Extract<Expression, { kind: 'call' }>,
  names: Names,
  problems: ExpressionProblem[],
): Kind {
  const called = FUNCTIONS[name]
  if (!called) {
    problems.push({
      reason: 'collection.checks.noFunction',
      values: { name, known: Object.keys(FUNCTIONS).join(', ') },
      at,
    })
    return 'unknown'
  }
  const { takes, optional = 0, repeats, gives } = called
  const [fewest, most] =
    takes === 'figures' ? [1, 100] : [takes.length - optional, repeats ? 100 : takes.length]
  if (inputs.length < fewest || inputs.length > most)
    problems.push({
      reason: 'collection.checks.inputs',
      values: { name, count: fewest, found: inputs.length },
      at,
    })
  const kinds = inputs.map((input, index): Kind => {
    const wanted = takes === 'figures' ? 'figures' : (takes[Math.min(index, takes.length - 1)] ?? 'any')
    if (wanted === 'field' || (wanted === 'figures' && input.kind === 'name')) {
      if (input.kind !== 'name') {
        problems.push({ reason: 'collection.checks.needs.field', values: { name }, at: input.at })
        return 'unknown'
      }
      const named = names.get(input.name)
      if (!named)
        problems.push({ reason: 'collection.checks.noName', values: { name: input.name }, at: input.at })
      else if (wanted === 'figures' && named.type !== 'number' && name === 'sum')
        problems.push({ reason: 'collection.checks.needs.number', values: {}, at: input.at })
      else if (wanted === 'field' && named.isColumn && name !== 'answered')
        problems.push({ reason: 'collection.checks.column', values: { name: input.name }, at: input.at })
      else if ((name === 'numerator' || name === 'denominator') && !named.isShare)
        problems.push({ reason: 'collection.checks.needs.share', values: { name: input.name }, at: input.at })
      return named?.type ?? 'unknown'
    }
    const kind = typeOf(input, names, problems)
    const asked = wanted === 'figures' ? 'number' : wanted
    if (asked !== 'any' && kind !== asked && kind !== 'unknown')
      problems.push({ reason: `collection.checks.needs.${asked}`, values: {}, at: input.at })
    return kind
  })
  if (gives !== 'same') return gives
  return (name === 'if' ? kinds[1] : kinds[0]) ?? 'unknown'
}
