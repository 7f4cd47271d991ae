import { type Kysely, sql } from 'kysely'
import type { Content } from './stored.ts'

/** Rows of one statement: enough that statements do not count, few enough that their text does not either. */
const BATCH = 1000

/**
 * Writes rows batch by batch as they are made, so that many of them are never in memory together. The next batch is
 * gathered while one is written; there is never more than one on its way, and none is when this ends.
 */
export async function writeInBatches<Row>(
  rows: Iterable<Row>,
  write: (batch: readonly Row[]) => Promise<void>,
): Promise<void> {
  let underWay = Promise.resolve()
  try {
    for (const batch of batchesOf(rows)) {
      await underWay
      underWay = write(batch)
      // That it has failed is told where it is awaited, after the next batch was gathered.
      underWay.catch(() => undefined)
    }
    await underWay
  } finally {
    await underWay.catch(() => undefined)
  }
}

function* batchesOf<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let batch: Row[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

type Rows = readonly Content[]

/**
 * Inserts a batch. It is one parameter, which the database takes apart: thousands of parameters would take longer
 * to read than the rows to write. What all of its rows have in common, most of their text, is sent once.
 */
export async function insertRows(
  db: Kysely<Record<string, Content>>,
  table: string,
  rows: Rows,
): Promise<void> {
  for (const alike of runsOfAlike(rows)) {
    const columns = columnsOf(alike[0])
    const common = columns.filter((column) => alike.every((row) => row[column] === alike[0]?.[column]))
    const varying = columns.filter((column) => !common.includes(column))
    const names = sql.join(columns.map((column) => sql.ref(column)))
    const shared = sql`json_populate_record(null::${sql.table(table)}, ${asJson(alike.slice(0, 1), common)}::json->0)`
    await sql`insert into ${sql.table(table)} (${names}) select ${names}
      from json_populate_recordset(${shared}, ${asJson(alike, varying)}::json)`.execute(db)
  }
}

const columnsOf = (row: Content = {}) => Object.keys(row).filter((column) => row[column] !== undefined)

/** Rows as one text, without what is null: that is what becomes of a column that is not named. */
const asJson = (rows: Rows, columns: readonly string[]) =>
  JSON.stringify(
    rows.map((row) => {
      const filled: Record<string, unknown> = {}
      for (const column of columns) if (row[column] !== null) filled[column] = row[column]
      return filled
    }),
  )

/** What a row leaves out gets the table's own value, so rows of one statement name the same columns. */
function* runsOfAlike(rows: Rows): Generator<Rows> {
  let columns: string[] = []
  let alike: Content[] = []
  for (const row of rows) {
    const own = columnsOf(row)
    const isAlike = own.length === columns.length && columns.every((column) => row[column] !== undefined)
    if (alike.length > 0 && !isAlike) {
      yield alike
      alike = []
    }
    if (alike.length === 0) columns = own
    alike.push(row)
  }
  if (alike.length > 0) yield alike
}
