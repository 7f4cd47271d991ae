import { column, optional } from './column.ts'
import { readKeys, readNumberPairs, readPairs } from './lists.ts'
import { readDecimal, readPositive, readWhole, readWithin } from './numbers.ts'
import { readDate, readPeriod } from './times.ts'
import {
  readAddress,
  readAnyAddress,
  readCode,
  readForm,
  readKey,
  readOneOf,
  readSlug,
  readText,
  readYesNo,
} from './words.ts'

/** Years that strategies and targets are about. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

export const text = column(readText, { kind: 'text' })
export const optionalText = optional(text)
export const code = column(readCode, { kind: 'code' })
export const key = column(readKey, { kind: 'code' })
export const optionalKey = optional(key)
export const slug = column(readSlug, { kind: 'code' })
export const optionalSlug = optional(slug)
export const form = (pattern: RegExp, example: string) => column(readForm(pattern, example), { kind: 'code' })
export const optionalForm = (pattern: RegExp, example: string) => optional(form(pattern, example))
export const optionalAddress = optional(column(readAddress, { kind: 'text' }))
export const optionalAnyAddress = optional(column(readAnyAddress, { kind: 'text' }))
export const whole = column(readWhole, { kind: 'whole' })
export const optionalWhole = optional(whole)
export const positive = column(readPositive, { kind: 'whole' })
export const optionalPositive = optional(positive)
export const year = column(readWithin(FIRST_YEAR, LAST_YEAR), { kind: 'whole' })
export const decimal = column(readDecimal, { kind: 'decimal' })
export const optionalDecimal = optional(decimal)
export const date = column(readDate, { kind: 'date' })
export const optionalDate = optional(date)
export const period = column(readPeriod, { kind: 'period' })
export const optionalPeriod = optional(period)
export const yesNo = column(readYesNo, { kind: 'choice', choices: ['yes', 'no'] })
export const optionalYesNo = optional(yesNo)
export const keys = column(readKeys, { kind: 'list' })
export const pairs = column(readPairs, { kind: 'list' })
export const optionalNumberPairs = optional(column(readNumberPairs, { kind: 'list' }))
export const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  column(readOneOf(choices), { kind: 'choice', choices })
export const optionalOneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  optional(oneOf(choices))
