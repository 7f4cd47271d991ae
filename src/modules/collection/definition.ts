import { z } from 'zod'
import { ELEMENT_KINDS, FIELD_KINDS } from './model.ts'

/** How elements, rows, columns and choices are called in checks and formulas. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]*$/)
const Local = z.object({ lv: z.string(), en: z.string() })
const Option = z.object({ key: Key, name: Local })
/** A row may be called as its grade, `5`. */
const Row = Option.extend({ key: z.string().regex(/^[a-z0-9][a-z0-9_]*$/) })

/** A column of a table, as it is stored. */
export const ColumnDefinition = Option.extend({
  kind: z.enum(FIELD_KINDS),
  unit: z.string().nullable(),
  choices: z.array(Option),
  computed: z.string().nullable(),
})

/** What an element is, apart from how one call asks it; stored with each call, so that it stays as it was asked. */
export const ElementDefinition = z.object({
  key: Key,
  name: Local,
  help: Local.nullable(),
  kind: z.enum(ELEMENT_KINDS),
  unit: z.string().nullable(),
  choices: z.array(Option),
  rows: z.array(Row),
  columns: z.array(ColumnDefinition),
  computed: z.string().nullable(),
  isMinimum: z.boolean(),
  reason: Local.nullable(),
  isAboutPeople: z.boolean(),
  register: z.string().nullable(),
})

/** An element about which nothing particular is said: a count, within the minimum, about nobody. */
export const PLAIN_ELEMENT = {
  help: null,
  kind: 'count',
  unit: null,
  choices: [],
  rows: [],
  columns: [],
  computed: null,
  isMinimum: true,
  reason: null,
  isAboutPeople: false,
  register: null,
} as const
