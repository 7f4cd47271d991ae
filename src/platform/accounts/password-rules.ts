import { dictionary } from '@zxcvbn-ts/language-common'
import { COMMON_PASSWORDS } from './common-passwords.ts'

export const PASSWORD_LENGTH = { minimum: 12, maximum: 200 } as const

/** Why a password cannot be taken. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'own'

/**
 * Whether a password can be taken: long enough, none of the commonest, and not made of who one is. Nothing is
 * demanded of its letters, digits and signs.
 *
 * @param own what others know of the person: name, address of e-mail, name of the product
 */
export function passwordProblem(password: string, own: readonly string[]): PasswordProblem | undefined {
  const length = [...password].length
  if (length < PASSWORD_LENGTH.minimum) return 'short'
  if (length > PASSWORD_LENGTH.maximum) return 'long'
  const plain = fold(password)
  if (isCommon(plain)) return 'common'
  const rest = partsOf(own).reduce((left, part) => left.replaceAll(part, ''), plain)
  // What is left when the own words are gone must be worth something by itself.
  if (rest !== plain && rest.replace(/[^a-z]/g, '').length < 6 && rest.length < 8) return 'own'
  return undefined
}

/** Small letters without diacritics, and digits for the letters that they stand for. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  $: 's',
  '@': 'a',
}
const asLetters = (text: string) => text.replace(/[01345$@]/g, (sign) => LOOKALIKES[sign] ?? sign)

/** Shorter ones are found in every other sentence: a word of three letters between digits says little. */
const SHORTEST_COMMON = 6

/** Our own list, and the 49,000 commonest of passwords that became known all over the world. */
const common: ReadonlySet<string> = new Set([
  ...COMMON_PASSWORDS,
  ...dictionary['passwords-common'].filter(({ length }) => length >= SHORTEST_COMMON),
])

function isCommon(plain: string): boolean {
  const bare = plain.replace(/[^a-z0-9]/g, '')
  // One of the commonest, drawn out by digits or signs around it, or repeated.
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const forms = [plain, bare, core, asLetters(core), asLetters(bare), unitOf(plain), unitOf(bare)]
  if (forms.some((form) => common.has(form))) return true
  return new Set(plain).size < 4 || isRun(bare)
}

/** The shortest text of which this one is a repetition. */
function unitOf(text: string): string {
  const at = (text + text).indexOf(text, 1)
  return text.slice(0, at)
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]
/** A walk along the keyboard, the alphabet or the digits. */
const isRun = (text: string) =>
  RUNS.some((run) => run.includes(text) || [...run].reverse().join('').includes(text))

function partsOf(own: readonly string[]): string[] {
  return own
    .flatMap((text) => fold(text).split(/[^a-z0-9]+/))
    .filter((part) => part.length >= 3)
    .toSorted((a, b) => b.length - a.length)
}
