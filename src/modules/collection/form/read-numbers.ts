import type { Complaint } from '#platform/forms/form.ts'

/** The largest number that comes out as it was typed, with two decimals. */
const LARGEST = 1e13
/** Spaces that people and spreadsheets put between thousands. */
const THOUSANDS = /(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g

const say = (reason: Complaint['reason'], found: string): Complaint => ({ reason, values: { found } })

/**
 * A number as people type it: `12 500`, `3,5` or `3.5`. What may as well mean thousands is asked about, never
 * guessed.
 *
 * @param decimals how many digits may stand after the comma
 */
export function readNumber(text: string, decimals: number): number | Complaint {
  const plain = text
    .trim()
    .replaceAll(THOUSANDS, '')
    .replace(/^[\u2010-\u2015\u2212]/, '-')
  if (/%$/.test(plain)) return say('collection.read.percent', text)
  if (/^-?\d{1,3}([.,]\d{3})+$/.test(plain)) return say('collection.read.thousands', text)
  if (!/^-?\d+([.,]\d+)?$/.test(plain)) return say('collection.read.number', text)
  const [, fraction = ''] = plain.split(/[.,]/)
  if (fraction.length > decimals)
    return decimals === 0
      ? say('collection.read.whole', text)
      : { reason: 'collection.read.decimals', values: { found: text, count: decimals } }
  const number = Number(plain.replace(',', '.')) || 0
  return Math.abs(number) < LARGEST ? number : say('collection.read.large', text)
}

/** A whole number of things, none or more. */
export function readCount(text: string): number | Complaint {
  const number = readNumber(text, 0)
  return typeof number === 'number' && number < 0 ? say('collection.read.negative', text) : number
}
