import type { Names } from '../checks/names.ts'
import type { Expression } from '../checks/parse.ts'
import type { FieldKind, Option } from '../model.ts'
import type { Words } from './words.ts'
import { sayMissing } from './words.ts'

/** Where a field stands, as formulas of other sheets name it: `Dati!$E$7`. */
export type FieldPlace = {
  kind: FieldKind | 'photo'
  choices: readonly Option[]
  value: string
  /** Absent where there is no such cell. */
  denominator?: string
  missing?: string
  last?: string
}

/** What expressions may look at in a workbook. */
export type Sight = {
  names: Names
  /** Undefined for what is not in the workbook. */
  place: (field: string) => FieldPlace | undefined
  /** The cells of a column of a table, by its name. */
  column: (name: string) => (FieldPlace & { rows: number }) | undefined
  words: Words
}

/** An expression that a spreadsheet cannot reckon; the server does. */
class ForTheServer extends Error {}

/** Longer formulas a spreadsheet refuses to open. */
const LONGEST_FORMULA = 8000

/** What an expression is in a spreadsheet. What nobody can tell is an error there, and errors travel as unknowns do. */
type Code = { text: string; type: 'number' | 'day' | 'text' | 'truth'; choices?: readonly Option[] }

/**
 * An expression of the language of checks as a formula of a spreadsheet, with the names of functions that files have
 * in every language; undefined where it needs the server.
 */
export function asFormula(expression: Expression, sight: Sight): string | undefined {
  try {
    const { text } = codeOf(expression, sight)
    return text.length > LONGEST_FORMULA ? undefined : text
  } catch (error) {
    if (error instanceof ForTheServer) return undefined
    throw error
  }
}

/** Characters of a text inside a formula; with more the file counts as damaged. */
const LONGEST_TEXT = 255

/** A text as formulas write it, cut where they would not take all of it. */
export const quoted = (text: string): string =>
  `"${text
    .slice(0, LONGEST_TEXT)
    .replaceAll('"', '""')
    .replaceAll(/[\r\n]+/g, ' ')}"`

/** A text that is compared: one that would be cut is none. */
function compared(text: string): string {
  if (text.length > LONGEST_TEXT) throw new ForTheServer()
  return quoted(text)
}

function codeOf(expression: Expression, sight: Sight): Code {
  switch (expression.kind) {
    case 'number':
      return { text: String(expression.value), type: 'number' }
    case 'text':
      return { text: compared(expression.value), type: 'text' }
    case 'name':
      return fieldCode(expression.name, sight)
    case 'minus':
      return { text: `-(${numberIn(expression.of, sight)})`, type: 'number' }
    case 'not':
      return { text: `NOT(${truthIn(expression.of, sight)})`, type: 'truth' }
    case 'call':
      return callCode(expression, sight)
    case 'both':
      return bothCode(expression, sight)
  }
}

const numberIn = (expression: Expression, sight: Sight) => typed(codeOf(expression, sight), 'number')
const truthIn = (expression: Expression, sight: Sight) => typed(codeOf(expression, sight), 'truth')

function typed(code: Code, type: Code['type']): string {
  if (code.type !== type) throw new ForTheServer()
  return code.text
}

const known = (reference: string) => `IF(ISNUMBER(${reference}),${reference},NA())`

function placeOf(name: string, { names, place }: Sight): FieldPlace {
  const named = names.get(name)
  const found = named && !named.isColumn && named.fields[0] !== undefined && place(named.fields[0])
  if (!found) throw new ForTheServer()
  return found
}

function fieldCode(name: string, sight: Sight): Code {
  const { kind, value, denominator, choices } = placeOf(name, sight)
  if (kind === 'count' || kind === 'money') return { text: known(value), type: 'number' }
  if (kind === 'date') return { text: known(value), type: 'day' }
  if (kind === 'share' && denominator) {
    const both = `AND(ISNUMBER(${value}),ISNUMBER(${denominator}))`
    return { text: `IF(${both},100*${value}/${denominator},NA())`, type: 'number' }
  }
  if (kind === 'choice' || kind === 'text')
    return { text: `IF(${value}="",NA(),${value})`, type: 'text', ...(kind === 'choice' ? { choices } : {}) }
  throw new ForTheServer()
}

function bothCode({ sign, left, right }: Extract<Expression, { kind: 'both' }>, sight: Sight): Code {
  if (sign === 'and' || sign === 'or') {
    const [one, other] = [truthIn(left, sight), truthIn(right, sight)]
    // One side that is known can settle it while nobody can tell about the other.
    const settled = sign === 'and' ? [`NOT(${one})`, `NOT(${other})`, 'FALSE()'] : [one, other, 'TRUE()']
    const [first, second, outcome] = settled
    const text = `IF(OR(IFERROR(${first},FALSE()),IFERROR(${second},FALSE())),${outcome},${sign === 'and' ? 'AND' : 'OR'}(${one},${other}))`
    return { text, type: 'truth' }
  }
  if (sign === '+' || sign === '-' || sign === '*' || sign === '/')
    return { text: `(${numberIn(left, sight)}${sign}${numberIn(right, sight)})`, type: 'number' }
  return { text: comparison(sign, left, right, sight), type: 'truth' }
}

/** So many decimals count: binary fractions leave something behind them. */
const DECIMALS = 6

function comparison(sign: string, left: Expression, right: Expression, sight: Sight): string {
  const [one, other] = alike(codeOf(left, sight), codeOf(right, sight), [left, right], sight)
  if (one.type !== other.type || one.type === 'truth') throw new ForTheServer()
  if (one.type !== 'text') return `ROUND((${one.text})-(${other.text}),${DECIMALS})${sign}0`
  if (sign === '=') return `EXACT(${one.text},${other.text})`
  if (sign === '<>') return `NOT(EXACT(${one.text},${other.text}))`
  throw new ForTheServer()
}

/** Two sides of a comparison; a text that is written out is what the other side would call it. */
function alike(left: Code, right: Code, [one, other]: readonly [Expression, Expression], sight: Sight) {
  return [literalLike(left, one, right, sight), literalLike(right, other, left, sight)] as const
}

function literalLike(code: Code, expression: Expression, other: Code, { words }: Sight): Code {
  if (expression.kind !== 'text') {
    if (code.choices && other.choices) throw new ForTheServer()
    return code
  }
  if (other.type === 'day') return dayCode(expression.value)
  const choice = other.choices?.find(({ key }) => key === expression.value)
  return choice ? { text: compared(sayChoice(choice, other.choices ?? [], words)), type: 'text' } : code
}

/** An answer by its name; where two are called alike, with its key. */
export function sayChoice(choice: Option, all: readonly Option[], { local }: Words): string {
  const name = local(choice.name)
  const isAlone = all.filter((one) => local(one.name).toLowerCase() === name.toLowerCase()).length === 1
  return isAlone ? name : `${name} (${choice.key})`
}

function dayCode(text: string): Code {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (!year) throw new ForTheServer()
  return { text: `DATE(${Number(year)},${Number(month)},${Number(day)})`, type: 'day' }
}

function callCode({ name, inputs }: Extract<Expression, { kind: 'call' }>, sight: Sight): Code {
  const numbers = () => inputs.map((input) => numberIn(input, sight))
  const number = (text: string): Code => ({ text, type: 'number' })
  const [first, second, third] = inputs
  switch (name) {
    case 'sum':
      return number(sumCode(inputs, sight))
    case 'count':
      return number(countCode(inputs, sight))
    case 'answered':
      return { text: answeredCode(nameOf(first), sight), type: 'truth' }
    case 'numerator':
    case 'denominator': {
      const { value, denominator } = placeOf(nameOf(first), sight)
      if (!denominator) throw new ForTheServer()
      const both = `AND(ISNUMBER(${value}),ISNUMBER(${denominator}))`
      return number(`IF(${both},${name === 'numerator' ? value : denominator},NA())`)
    }
    case 'last': {
      const { kind, last } = placeOf(nameOf(first), sight)
      if (!last || (kind !== 'count' && kind !== 'money')) throw new ForTheServer()
      return number(known(last))
    }
    case 'abs':
    case 'min':
    case 'max':
      return number(`${name.toUpperCase()}(${numbers().join(',')})`)
    case 'round': {
      // Halves go up, as on the server; a spreadsheet's own function takes those below zero down.
      const [value = '', digits = '0'] = numbers()
      return number(`INT((${value})*10^(${digits})+0.5)/10^(${digits})`)
    }
    case 'if': {
      if (!first || !second || !third) throw new ForTheServer()
      const [yes, no] = [codeOf(second, sight), codeOf(third, sight)]
      return { ...yes, text: `IF(${truthIn(first, sight)},${yes.text},${typed(no, yes.type)})` }
    }
    case 'one_of': {
      if (!first) throw new ForTheServer()
      const among = inputs.slice(1).map((input) => comparison('=', first, input, sight))
      return { text: `OR(${among.join(',')})`, type: 'truth' }
    }
    case 'days':
      return number(`(${daysIn(second, sight)}-${daysIn(first, sight)})`)
    default:
      throw new ForTheServer()
  }
}

function daysIn(expression: Expression | undefined, sight: Sight): string {
  if (!expression) throw new ForTheServer()
  return expression.kind === 'text' ? dayCode(expression.value).text : typed(codeOf(expression, sight), 'day')
}

function nameOf(expression: Expression | undefined): string {
  if (expression?.kind !== 'name') throw new ForTheServer()
  return expression.name
}

const isNumber = ({ kind }: FieldPlace) => kind === 'count' || kind === 'money'

/** Cells that a name stands for, and how many they are. */
function cellsOf(name: string, sight: Sight): FieldPlace & { rows: number } {
  const found = sight.names.get(name)?.isColumn ? sight.column(name) : { ...placeOf(name, sight), rows: 1 }
  if (!found) throw new ForTheServer()
  return found
}

function sumCode(inputs: readonly Expression[], sight: Sight): string {
  const cells = inputs.flatMap((input) => (input.kind === 'name' ? [cellsOf(input.name, sight)] : []))
  const values = inputs.flatMap((input) => (input.kind === 'name' ? [] : [`(${numberIn(input, sight)})`]))
  if (!cells.every(isNumber)) throw new ForTheServer()
  if (cells.length === 0) return `(${values.join('+')})`
  const ranges = cells.map(({ value }) => value).join(',')
  const notApplicable = quoted(sayMissing('notApplicable', sight.words))
  const left = cells.flatMap(({ missing }) => (missing ? [`COUNTIF(${missing},${notApplicable})`] : []))
  const rows = cells.reduce((sum, one) => sum + one.rows, 0)
  const isKnown = [
    `${[`COUNT(${ranges})`, ...left].join('+')}=${rows}`,
    ...(values.length === 0 ? [`COUNT(${ranges})>0`] : []),
  ]
  return `IF(AND(${isKnown.join(',')}),${[`SUM(${ranges})`, ...values].join('+')},NA())`
}

function countCode(inputs: readonly Expression[], sight: Sight): string {
  const cells = inputs.map((input) => cellsOf(nameOf(input), sight))
  if (!cells.every(isNumber)) throw new ForTheServer()
  return `COUNT(${cells.map(({ value }) => value).join(',')})`
}

function answeredCode(name: string, sight: Sight): string {
  const { kind, value, denominator, rows } = cellsOf(name, sight)
  if (kind === 'photo') throw new ForTheServer()
  if (kind === 'share') return `COUNT(${value},${denominator})=${2 * rows}`
  return kind === 'choice' || kind === 'text' ? `COUNTIF(${value},"?*")=${rows}` : `COUNT(${value})=${rows}`
}
