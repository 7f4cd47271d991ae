import type { Kysely, Transaction } from 'kysely'

/** Every table of the product. Each owner adds its own where it declares them, so nothing is imported upwards. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface AllTables {}

export type Database = Kysely<AllTables>
export type DatabaseTransaction = Transaction<AllTables>

/**
 * What a store may do. `Tables` are its module's own, so SQL on another module's tables does not
 * compile; a database and a transaction both fit, but only a service can begin one.
 */
export type Db<Tables> = Pick<
  Kysely<Tables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with'
>
