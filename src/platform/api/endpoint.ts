import { z } from 'zod'
import type { CsvCell } from '../csv.ts'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { DATA_LICENCE } from '../table-files/about-columns.ts'
import type { TextKey } from '../texts/text.ts'
import type { SiteFacts } from '../ui/site-facts.ts'
import { type FileFacts, withAbout, withAboutColumns } from './about-rows.ts'
import { components } from './components.ts'
import { cutStretch, readCursor } from './page.ts'
import { pageParameters } from './parameters.ts'
import type { Table } from './table.ts'

/** A request as an endpoint sees it. Parameters that were not given, or were given wrongly, are absent. */
export type Asked<Shape extends z.ZodRawShape> = {
  tx: DatabaseTransaction
  /** Parts of the path, e.g. `{id}`. */
  path: Readonly<Record<string, string>>
  query: Partial<z.output<z.ZodObject<Shape>>>
  /** Says that a parameter has a value that it cannot have here. */
  complain: (parameter: string, detail: string) => void
  /** Says that what is answered is about an invented municipality, which the answer then says too. */
  noteGenerated: (isGenerated: boolean) => void
  /** Whether the answer is taken away as a table, which says of each row where it comes from. */
  isTable?: boolean
  /** What is known of this installation. */
  site?: SiteFacts
}

/** What an endpoint answers, before it is written in a format. */
export type Answer = {
  body: unknown
  /** @param origin address of this installation, that of a page is written behind */
  rows?: (origin: string) => CsvCell[][]
  /** Key of the last item, when more follow. */
  after?: string | undefined
  asOf?: string | null
}

type Description = {
  /** Below the API's base, with `{names}` for the parts that vary. */
  path: string
  operation: string
  tag: string
  /** What it answers, for readers of the page of open data. */
  title: TextKey
  summary: string
  description?: string
}

/** One address of the API: what the description says about it, and how it is answered. */
export type Endpoint = Description & {
  parameters: z.ZodRawShape
  schema: z.ZodType
  /** Columns of the CSV form; null when there is none. */
  columns: readonly string[] | null
  /** Undefined when the path names nothing that exists. */
  answer: (asked: Asked<z.ZodRawShape>) => Promise<Answer | undefined>
}

type DocumentDefinition<Shape extends z.ZodRawShape, Body> = Description & {
  /** Its name among the shapes of the description. */
  name?: string
  parameters?: Shape
  schema: z.ZodType<Body>
  find: (asked: Asked<Shape>) => Promise<Body | undefined>
}

/** An address that answers with one object. */
export function defineDocument<Body, Shape extends z.ZodRawShape = Record<never, never>>(
  definition: DocumentDefinition<Shape, Body>,
): Endpoint {
  const { find, name, parameters, schema, ...description } = definition
  if (name) schema.register(components, { id: name })
  return {
    ...description,
    parameters: parameters ?? {},
    schema,
    columns: null,
    answer: async (asked) => {
      const body = await find(asked as Asked<Shape>)
      return body === undefined ? undefined : { body }
    },
  }
}

/**
 * What a list holds: everything; or the keys of everything, and how to read some of it; or how to read a stretch
 * behind a key, at least one item more than asked for where there are more. Undefined when the key is not there.
 */
type Held<Item> =
  | { items: Item[] }
  | { keys: string[]; load: (keys: readonly string[]) => Promise<Item[]> }
  | { stretch: (limit: number, after: string | undefined) => Promise<Item[] | undefined> }

/** What a list holds, and what is said about it as a whole. */
type Found<Item, More> = Held<Item> & { asOf: Date | null } & More

type ListDefinition<Item, Shape extends z.ZodRawShape, More extends z.ZodRawShape> = Description & {
  name: string
  parameters?: Shape
  item: z.ZodType<Item>
  /** What the answer says besides its items. */
  more?: More
  keyOf: (item: Item) => string
  table: Table<Item>
  /** Looked for only where the list is taken away as a table. */
  file?: (asked: Asked<Shape>) => Promise<FileFacts<Item>>
  find: (asked: Asked<Shape>) => Promise<Found<Item, z.output<z.ZodObject<More>>> | undefined>
}

/** An address that answers with a list, a stretch at a time, as JSON or CSV. */
export function defineList<
  Item,
  Shape extends z.ZodRawShape = Record<never, never>,
  More extends z.ZodRawShape = Record<never, never>,
>(definition: ListDefinition<Item, Shape, More>): Endpoint {
  const { find, file, name, item, more, keyOf, table, parameters, ...description } = definition
  const shape = { ...parameters, ...pageParameters }
  return {
    ...description,
    parameters: shape,
    schema: listSchema(item, more ?? {}).register(components, { id: name }),
    columns: withAboutColumns(table.header),
    answer: async (asked) => {
      const found = await find(asked as unknown as Asked<Shape>)
      if (!found) return undefined
      const { items: _, keys: __, load: ___, stretch: ____, asOf, ...rest } = { ...NOTHING, ...found }
      const { limit, cursor } = asked.query as Asked<typeof pageParameters>['query']
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const stretch = await readStretch(found, keyOf, limit ?? pageParameters.limit.parse(undefined), after)
      if (!stretch) asked.complain('cursor', 'points at nothing in this list; begin again without it')
      const items = stretch?.items ?? []
      const facts = asked.isTable && file ? await file(asked as unknown as Asked<Shape>) : {}
      return {
        body: {
          ...rest,
          asOf: asOf?.toISOString() ?? null,
          licence: DATA_LICENCE.identifier,
          next: null,
          items,
        },
        rows: (origin) => withAbout(table.header, items, table.rowsOf, facts, origin),
        after: stretch?.after,
        asOf: asOf?.toISOString() ?? null,
      }
    },
  }
}

const NOTHING = { items: undefined, keys: undefined, load: undefined, stretch: undefined }

/** The items of a stretch, and the key of the last when more follow. Undefined when nothing has the key `after`. */
async function readStretch<Item>(
  held: Held<Item>,
  keyOf: (item: Item) => string,
  limit: number,
  after: string | undefined,
): Promise<{ items: Item[]; after: string | undefined } | undefined> {
  if ('stretch' in held) {
    const read = await held.stretch(limit, after)
    const items = read?.slice(0, limit)
    const last = items?.at(-1)
    const isMore = read !== undefined && read.length > limit
    return items && { items, after: isMore && last !== undefined ? keyOf(last) : undefined }
  }
  const keys = 'keys' in held ? held.keys : held.items.map(keyOf)
  const stretch = cutStretch(keys, limit, after)
  if (!stretch) return undefined
  if ('keys' in held) return { items: await held.load(stretch.keys), after: stretch.after }
  const wanted = new Set(stretch.keys)
  return { items: held.items.filter((item) => wanted.has(keyOf(item))), after: stretch.after }
}

function listSchema(item: z.ZodType, more: z.ZodRawShape) {
  return z.object({
    ...more,
    asOf: z.iso
      .datetime()
      .nullable()
      .describe(
        'State of the figures: the instant asked for, or the last change; null for lists of several municipalities.',
      ),
    licence: z
      .literal(DATA_LICENCE.identifier)
      .describe(
        'Of our own words and the structure of the data; figures belong to the sources that stand beside them.',
      ),
    next: z
      .string()
      .nullable()
      .describe('Address of the next stretch, relative to the server; null at the end.'),
    items: z.array(item),
  })
}
