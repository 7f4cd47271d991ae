import { z } from 'zod'
import type { ImportProblem } from './problems.ts'

type Complain = (reason: ImportProblem['reason'], values?: ImportProblem['values']) => never

/** A column of a file: reads one cell's text or complains about it in words. */
function column<Value>(read: (cell: string, complain: Complain) => Value) {
  return z.string().transform((cell, context): Value => {
    const complain: Complain = (reason, values = {}) => {
      context.addIssue({ code: 'custom', message: reason, params: { found: cell, ...values } })
      return z.NEVER
    }
    return read(cell.trim(), complain)
  })
}

/** The same column where an empty cell is allowed and means "not stated". */
function optional<Value>(read: (cell: string, complain: Complain) => Value) {
  return column((cell, complain) => (cell === '' ? null : read(cell, complain)))
}

const readText = (cell: string, complain: Complain) =>
  cell === '' ? complain('platform.import.required') : cell

const readWhole = (cell: string, complain: Complain) =>
  /^-?\d+$/.test(cell) && Number.isSafeInteger(Number(cell))
    ? Number(cell)
    : complain('platform.import.whole')

/** Up to what PostgreSQL takes as an integer. */
const MAXIMUM_WHOLE = 2 ** 31 - 1

function readPositive(cell: string, complain: Complain) {
  const number = readWhole(cell, complain)
  return number >= 1 && number <= MAXIMUM_WHOLE
    ? number
    : complain('platform.import.choice', { allowed: '1, 2, 3 …' })
}

/** An id on the web: small letters and digits with hyphens between them. */
function readSlug(cell: string, complain: Complain) {
  if (cell === '') return complain('platform.import.required')
  return cell.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell)
    ? cell
    : complain('platform.import.slug', { found: cell.slice(0, 100) })
}

const readDecimal = (cell: string, complain: Complain) =>
  /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : complain('platform.import.decimal')

function readDate(cell: string, complain: Complain) {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : undefined
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell)
    ? cell
    : complain('platform.import.date')
}

function readPeriod(cell: string, complain: Complain) {
  const [, first, second] = /^(\d{4})\/(\d{4})$/.exec(cell) ?? []
  const isSchoolYear = first !== undefined && Number(second) === Number(first) + 1
  return isSchoolYear || /^\d{4}$/.test(cell) || cell === 'unknown'
    ? cell
    : complain('platform.import.period')
}

const readOneOf =
  <const Choice extends string>(choices: readonly Choice[]) =>
  (cell: string, complain: Complain): Choice =>
    choices.find((choice) => choice === cell) ??
    complain('platform.import.choice', { allowed: choices.join(', ') })

const readYesNo = (cell: string, complain: Complain) => readOneOf(['yes', 'no'])(cell, complain) === 'yes'

/** `key=value;key=value` */
function readPairs(cell: string, complain: Complain) {
  const pairs = splitList(cell).map((part) => part.split('='))
  return pairs.every(([name, value, ...rest]) => name && value && rest.length === 0)
    ? (Object.fromEntries(pairs) as Record<string, string>)
    : complain('platform.import.pairs')
}

/** `category=number;category=number`, in the order written. */
function readNumberPairs(cell: string, complain: Complain) {
  const pairs = Object.entries(readPairs(cell, complain))
  return pairs.map(([category, value]) => ({ category, value: readDecimal(value, complain) }))
}

const splitList = (cell: string) =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

export const text = column(readText)
export const optionalText = optional(readText)
export const slug = column(readSlug)
export const whole = column(readWhole)
export const optionalWhole = optional(readWhole)
export const positive = column(readPositive)
export const optionalDecimal = optional(readDecimal)
export const decimal = column(readDecimal)
export const date = column(readDate)
export const optionalDate = optional(readDate)
export const period = column(readPeriod)
export const optionalPeriod = optional(readPeriod)
export const yesNo = column(readYesNo)
export const optionalYesNo = optional(readYesNo)
export const list = column(splitList)
export const pairs = column(readPairs)
export const optionalNumberPairs = optional(readNumberPairs)
export const oneOf = <const Choice extends string>(choices: readonly Choice[]) => column(readOneOf(choices))
export const optionalOneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  optional(readOneOf(choices))
