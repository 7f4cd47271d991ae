import { type ReadCell, Refusal, refuse, refuseChoice } from './column.ts'
import { codePoint, shown } from './shown.ts'

/** Longest key, in characters: an address and an index of the database hold it. */
const MAXIMUM_KEY = 200
const MAXIMUM_ADDRESS = 2000

export const readText: ReadCell<string> = (cell) =>
  cell === '' ? new Refusal('platform.import.required') : cell

/** Latin letters with the marks that languages of Europe put on them; look-alikes of other scripts are none. */
const LETTER_OR_DIGIT = 'A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f0-9'
/** One part of an address. */
const CODE = new RegExp(`^[${LETTER_OR_DIGIT}][${LETTER_OR_DIGIT}._-]*$`)
const IN_CODE = new RegExp(`[${LETTER_OR_DIGIT}._-]`)
const IN_KEY = new RegExp(`[${LETTER_OR_DIGIT}._/-]`)
/** Endings by which an address asks for a file rather than for a page. */
const FILE_ENDING = /\.(csv|json|data|html)$/i

/** A code that stands in addresses: Latin letters, digits, full stop, hyphen, underscore. */
export const readCode: ReadCell<string> = (cell, separator) => {
  const text = readText(cell, separator)
  if (text instanceof Refusal) return text
  return refuseTooLong(cell) ?? (isCode(cell) ? cell : refuseKey(cell, IN_CODE))
}

/** A key of one or more codes with `/` between them: `5/guardian/preschool`. */
export const readKey: ReadCell<string> = (cell, separator) => {
  const text = readText(cell, separator)
  if (text instanceof Refusal) return text
  return refuseTooLong(cell) ?? (cell.split('/').every(isCode) ? cell : refuseKey(cell, IN_KEY))
}

/** An id on the web: small letters and digits with hyphens between them. */
export const readSlug: ReadCell<string> = (cell, separator) => {
  const text = readText(cell, separator)
  if (text instanceof Refusal) return text
  return (
    refuseTooLong(cell) ??
    (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell) ? cell : refuse('platform.import.slug', cell))
  )
}

const isCode = (text: string) => CODE.test(text) && !FILE_ENDING.test(text)

const refuseTooLong = (cell: string) =>
  cell.length <= MAXIMUM_KEY
    ? undefined
    : refuse('platform.import.tooLong', cell.slice(0, 20), { maximum: MAXIMUM_KEY, length: cell.length })

/** Names the first character that cannot be there; equal-looking letters are told apart by it. */
function refuseKey(cell: string, possible: RegExp): Refusal {
  const wrong = [...cell].find((character) => !possible.test(character))
  if (wrong === undefined) return refuse('platform.import.keyForm', cell)
  return refuse('platform.import.key', cell, { character: `${shown(wrong)} ${codePoint(wrong)}` })
}

/** A text of a fixed form, such as a classifier's code. */
export const readForm =
  (form: RegExp, example: string): ReadCell<string> =>
  (cell) =>
    form.test(cell) ? cell : refuseChoice(cell, example)

/** An address that a reader may be sent to: `https:` or `http:`, with nobody's password in it. */
export const readAddress: ReadCell<string> = (cell) => {
  const url = /^https?:\/\/[^\s\\]+$/i.test(cell) && cell.length <= MAXIMUM_ADDRESS ? URL.parse(cell) : null
  const isPlain = url !== null && url.username === '' && url.password === '' && url.hostname !== ''
  return isPlain ? cell : refuse('platform.import.address', cell)
}

/** The same, or an address of ours: a path, such as that of a data call. */
export const readAnyAddress: ReadCell<string> = (cell, ...rest) =>
  /^\/[^\s\\/][^\s\\]*$/.test(cell) && cell.length <= MAXIMUM_ADDRESS ? cell : readAddress(cell, ...rest)

const YES = ['yes', 'jā', 'ja']
const NO = ['no', 'nē', 'ne']

/** One of the given words; capitals do not matter, and `jā` and `nē` stand for `yes` and `no`. */
export const readOneOf =
  <const Choice extends string>(choices: readonly Choice[]): ReadCell<Choice> =>
  (cell) => {
    const small = cell.toLowerCase()
    const word = YES.includes(small) ? 'yes' : NO.includes(small) ? 'no' : small
    return (
      choices.find((choice) => choice === cell) ??
      choices.find((choice) => choice.toLowerCase() === word) ??
      refuseChoice(cell, choices.join(', '))
    )
  }

export const readYesNo: ReadCell<boolean> = (cell, separator) => {
  const answer = readOneOf(['yes', 'no'])(cell, separator)
  return answer instanceof Refusal ? answer : answer === 'yes'
}
