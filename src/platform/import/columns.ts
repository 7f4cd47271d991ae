import { column, optional } from './column.ts'
import { readKeys, readNumberPairs, readPairs } from './lists.ts'
import { readDecimal, readPositive, readWhole, readWithin } from './numbers.ts'
import { readDate, readPeriod } from './times.ts'
import {
  readAddress,
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

export const text = column(readText)
export const optionalText = optional(text)
export const code = column(readCode)
export const key = column(readKey)
export const optionalKey = optional(key)
export const slug = column(readSlug)
export const optionalSlug = optional(slug)
export const form = (pattern: RegExp, example: string) => column(readForm(pattern, example))
export const optionalForm = (pattern: RegExp, example: string) => optional(form(pattern, example))
export const optionalAddress = optional(column(readAddress))
export const whole = column(readWhole)
export const optionalWhole = optional(whole)
export const positive = column(readPositive)
export const optionalPositive = optional(positive)
export const year = column(readWithin(FIRST_YEAR, LAST_YEAR))
export const decimal = column(readDecimal)
export const optionalDecimal = optional(decimal)
export const date = column(readDate)
export const optionalDate = optional(date)
export const period = column(readPeriod)
export const optionalPeriod = optional(period)
export const yesNo = column(readYesNo)
export const optionalYesNo = optional(yesNo)
export const keys = column(readKeys)
export const pairs = column(readPairs)
export const optionalNumberPairs = optional(column(readNumberPairs))
export const oneOf = <const Choice extends string>(choices: readonly Choice[]) => column(readOneOf(choices))
export const optionalOneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  optional(oneOf(choices))
