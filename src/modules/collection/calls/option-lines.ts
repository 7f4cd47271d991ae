import type { Complaint } from '#platform/forms/form.ts'
import type { FieldKind, Option, TableColumn } from '../model.ts'
import { madeKey } from './made-key.ts'

/** What was read of lines, or what is wrong with the first line that cannot be read. */
export type ReadLines<One> = { read: One[]; complaint?: Complaint }
/** What kinds of fields are called by those who type them, in any language of the page. */
export type KindWords = Readonly<Record<FieldKind, readonly string[]>>

/** Rows and choices may be called as what they count, `5`. */
const KEY = /^[a-z0-9][a-z0-9_]*$/
const COLUMN_KEY = /^[a-z][a-z0-9_]*$/
const PART = '|'
const MOST_LINES = 100

/**
 * Options typed one a line: `Nosaukums`, `Nosaukums | Name`, or `key | Nosaukums | Name`. A key that is not typed is
 * made of the name.
 */
export const readOptions = (typed: string): ReadLines<Option> =>
  readLines(typed, (parts) => {
    if (parts.length > 3) return { reason: 'collection.lines.tooMany', values: { most: 3 } }
    const [key, lv, en] = parts.length === 3 ? parts : [undefined, ...parts]
    return named(key, lv, en, KEY)
  })

export const writeOptions = (options: readonly Option[]): string =>
  options.map(({ key, name }) => [key, name.lv, name.en].join(` ${PART} `)).join('\n')

/**
 * Columns typed one a line: `key | kind | Nosaukums | Name | more`. Of a count or of money `more` is the unit, of a
 * choice what can be chosen (`a; b; c`), and `= girls + boys` is a formula over the columns of the row.
 */
export const readColumns = (typed: string, words: KindWords): ReadLines<TableColumn> =>
  readLines(typed, (parts) => {
    const isKeyed = parts.length > 1 && kindOf(parts[1], words) !== undefined
    const [key, kindWord, lv, en, more = ''] = isKeyed ? parts : [undefined, ...parts]
    const kind = kindOf(kindWord, words)
    if (kind === undefined) return { reason: 'collection.lines.kind', values: { found: kindWord ?? '' } }
    const one = named(key, lv, en, COLUMN_KEY)
    if ('reason' in one) return one
    const computed = more.startsWith('=') ? more.slice(1).trim() : null
    const choices = kind === 'choice' ? optionsIn(more) : []
    if (kind === 'choice' && choices.length === 0) return { reason: 'collection.lines.choices' }
    return { ...one, kind, choices, computed, unit: unitIn(kind, computed, more) }
  })

export const writeColumns = (columns: readonly TableColumn[], words: KindWords): string =>
  columns
    .map(({ key, kind, name, unit, choices, computed }) => {
      const more =
        computed === null ? (unit ?? choices.map(({ name }) => name.lv).join('; ')) : `= ${computed}`
      const parts = [key, words[kind][0] ?? kind, name.lv, name.en, more]
      return parts.filter((part, place) => part !== '' || place < 4).join(` ${PART} `)
    })
    .join('\n')

const unitIn = (kind: FieldKind, computed: string | null, more: string) =>
  computed === null && more !== '' && kind !== 'choice' ? more : null

const optionsIn = (more: string): Option[] =>
  more
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ key: madeKey(name), name: { lv: name, en: name } }))

const kindOf = (word: string | undefined, words: KindWords): FieldKind | undefined =>
  (Object.keys(words) as FieldKind[]).find((kind) =>
    [kind, ...words[kind]].some((one) => one.toLowerCase() === word?.toLowerCase()),
  )

function named(
  key: string | undefined,
  lv: string | undefined,
  en: string | undefined,
  form: RegExp,
): Option | Complaint {
  if (!lv) return { reason: 'collection.lines.name' }
  const made = key || madeKey(lv)
  if (!form.test(made)) return { reason: 'collection.lines.key', values: { found: made } }
  return { key: made, name: { lv, en: en || lv } }
}

function readLines<One extends Option>(
  typed: string,
  read: (parts: string[]) => One | Complaint,
): ReadLines<One> {
  const found: One[] = []
  const keys = new Set<string>()
  const lines = typed.split('\n').map((line) => line.trim())
  for (const [place, line] of lines.entries()) {
    if (line === '') continue
    const one = read(line.split(PART).map((part) => part.trim()))
    const amiss = 'reason' in one ? one : complaintOfKey(one.key, keys, found.length)
    if (amiss) return { read: found, complaint: { ...amiss, values: { ...amiss.values, line: place + 1 } } }
    keys.add((one as One).key)
    found.push(one as One)
  }
  return { read: found }
}

function complaintOfKey(key: string, keys: ReadonlySet<string>, count: number): Complaint | undefined {
  if (keys.has(key)) return { reason: 'collection.lines.twice', values: { found: key } }
  return count >= MOST_LINES ? { reason: 'collection.lines.many', values: { most: MOST_LINES } } : undefined
}
