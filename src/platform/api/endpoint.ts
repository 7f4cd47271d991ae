import { z } from 'zod'
import type { CsvCell } from '../csv.ts'
import type { DatabaseTransaction } from '../database/types.server.ts'
import type { TextKey } from '../texts/text.ts'
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
}

/** What an endpoint answers, before it is written in a format. */
export type Answer = {
  body: unknown
  rows?: () => CsvCell[][]
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

/** Everything that a list holds; or the keys of it, where reading all at once would be much. */
type Held<Item> = { items: Item[] } | { keys: string[]; load: (keys: readonly string[]) => Promise<Item[]> }

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
  find: (asked: Asked<Shape>) => Promise<Found<Item, z.output<z.ZodObject<More>>> | undefined>
}

/** An address that answers with a list, a stretch at a time, as JSON or CSV. */
export function defineList<
  Item,
  Shape extends z.ZodRawShape = Record<never, never>,
  More extends z.ZodRawShape = Record<never, never>,
>(definition: ListDefinition<Item, Shape, More>): Endpoint {
  const { find, name, item, more, keyOf, table, parameters, ...description } = definition
  const shape = { ...parameters, ...pageParameters }
  return {
    ...description,
    parameters: shape,
    schema: listSchema(item, more ?? {}).register(components, { id: name }),
    columns: table.header,
    answer: async (asked) => {
      const found = await find(asked as unknown as Asked<Shape>)
      if (!found) return undefined
      const { asOf, rest, keys, load } = inStretches(found, keyOf)
      const { limit, cursor } = asked.query as Asked<typeof pageParameters>['query']
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const stretch = cutStretch(keys, limit ?? pageParameters.limit.parse(undefined), after)
      if (!stretch) asked.complain('cursor', 'points at nothing in this list; begin again without it')
      const items = stretch ? await load(stretch.keys) : []
      return {
        body: { ...rest, asOf: asOf?.toISOString() ?? null, next: null, items },
        rows: () => items.flatMap(table.rowsOf),
        after: stretch?.after,
        asOf: asOf?.toISOString() ?? null,
      }
    },
  }
}

/** A list by its keys, whether its items are there or are still to be read. */
function inStretches<Item, More>(found: Found<Item, More>, keyOf: (item: Item) => string) {
  const { asOf } = found
  if ('keys' in found) {
    const { asOf: _, keys, load, ...rest } = found
    return { asOf, rest, keys, load }
  }
  const { asOf: _, items, ...rest } = found
  const byKey = new Map(items.map((item) => [keyOf(item), item]))
  const load = async (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? [])
  return { asOf, rest, keys: [...byKey.keys()], load }
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
    next: z
      .string()
      .nullable()
      .describe('Address of the next stretch, relative to the server; null at the end.'),
    items: z.array(item),
  })
}
