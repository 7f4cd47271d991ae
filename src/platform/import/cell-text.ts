import { plainDecimal } from '../decimal.ts'

/**
 * A value as its cell is written, so that reading the cell gives the value again: `yes` and `no`, plain digits,
 * `key;key`, `name=value;name=value`. Nothing for what is not stated.
 */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return plainDecimal(value)
  if (Array.isArray(value)) return value.map(partText).join(';')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, one]) => `${name}=${one}`)
      .join(';')
  }
  return String(value)
}

type Category = { category: string; value: number }

const partText = (part: unknown): string => {
  if (typeof part !== 'object' || part === null) return String(part)
  const { category, value } = part as Category
  return `${category}=${plainDecimal(value)}`
}
