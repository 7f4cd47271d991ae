/** More digits than a figure has: what comes after is left by binary fractions. */
const DIGITS = 15

/**
 * A number as it was typed, in plain digits with a decimal point: 0.1 + 0.2 is `0.3`, and there is no
 * exponent, however small or large. Nothing for what is no number.
 */
export function plainDecimal(number: number): string {
  if (!Number.isFinite(number)) return ''
  const [mantissa = '', power = '0'] = Number(number.toPrecision(DIGITS)).toExponential().split('e')
  const digits = mantissa.replace(/[-.]/g, '')
  const point = Number(power) + 1
  const sign = mantissa.startsWith('-') ? '-' : ''
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
