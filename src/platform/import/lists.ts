import { type ReadCell, Refusal, refuse } from './column.ts'
import { readDecimal } from './numbers.ts'
import { readCode, readKey } from './words.ts'

const parts = (cell: string) =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `key;key` in the order written, none of them twice. */
export const readKeys: ReadCell<string[]> = (cell, separator) => {
  const keys = parts(cell)
  return firstRefusal(keys.map((key) => readKey(key, separator))) ?? refuseRepeated(keys) ?? keys
}

type Pair = readonly [name: string, value: string]

function splitPairs(cell: string): Pair[] | Refusal {
  const pairs = parts(cell).map((part) => part.split('=').map((side) => side.trim()))
  const isWhole = pairs.every(([name, value, ...rest]) => name && value && rest.length === 0)
  return isWhole ? (pairs as unknown as Pair[]) : refuse('platform.import.pairs', cell)
}

/** `name=value;name=value`; a value may be several codes joined by `+`. */
export const readPairs: ReadCell<Record<string, string>> = (cell, separator) => {
  const pairs = splitPairs(cell)
  if (pairs instanceof Refusal) return pairs
  const codes = pairs.flatMap(([name, value]) => [name, ...value.split('+')])
  return (
    firstRefusal(codes.map((code) => readCode(code, separator))) ??
    refuseRepeated(pairs.map(([name]) => name)) ??
    Object.fromEntries(pairs)
  )
}

/** `category=number;category=number`, in the order written. */
export const readNumberPairs: ReadCell<{ category: string; value: number }[]> = (cell, separator) => {
  const pairs = splitPairs(cell)
  if (pairs instanceof Refusal) return pairs
  const numbers = pairs.map(([, value]) => readDecimal(value, separator))
  return (
    firstRefusal(pairs.map(([category]) => readCode(category, separator))) ??
    firstRefusal(numbers) ??
    refuseRepeated(pairs.map(([category]) => category)) ??
    pairs.map(([category], index) => ({ category, value: Number(numbers[index]) }))
  )
}

const firstRefusal = (read: readonly unknown[]) => read.find((one) => one instanceof Refusal)

function refuseRepeated(names: readonly string[]): Refusal | undefined {
  const repeated = names.find((name, index) => names.indexOf(name) < index)
  return repeated === undefined ? undefined : refuse('platform.import.repeated', repeated)
}
