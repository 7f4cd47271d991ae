import { z } from 'zod'

/** Characters that are no text: controls, and marks that turn the direction of what others read. */
const NO_TEXT = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u
const LINE_ENDS = /\r\n?/g

type Limits = {
  minimum: number
  maximum: number
  /** Whether it may have more than one line. */
  hasLines?: boolean
}

/**
 * Text as people type it: in one form of Unicode, with one kind of line end, without spaces around it.
 * Lengths are in characters of Unicode, as the database counts them.
 */
export function typedText({ minimum, maximum, hasLines = false }: Limits) {
  const isText = (text: string) => !NO_TEXT.test(hasLines ? text.replaceAll('\n', ' ') : text)
  return z
    .string()
    .overwrite(tidy)
    .min(minimum, 'platform.form.short')
    .max(maximum, 'platform.form.long')
    .refine(isText, 'platform.form.control')
}

/** What was typed, without what is no text: safe to be shown again in the field it came from. */
export const withoutControls = (text: string) =>
  [...text.toWellFormed().replaceAll(LINE_ENDS, '\n').replaceAll('\t', ' ')]
    .filter((character) => character === '\n' || !NO_TEXT.test(character))
    .join('')

const tidy = (text: string) =>
  text.toWellFormed().normalize('NFC').replaceAll(LINE_ENDS, '\n').replaceAll('\t', ' ').trim()
