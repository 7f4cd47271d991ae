import type { Kysely, Transaction } from 'kysely'
import type { Copy } from './copy.server.ts'

/** Every table of the product. Each owner adds its own where it declares them, so nothing is imported upwards. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface AllTables {}

/** Connections without anybody's name yet. */
export type Connections = Kysely<AllTables>
export type DatabaseTransaction = Transaction<AllTables>

/**
 * The doors to the tables. Whoever works goes through `readAs` or `writeAs`, which begin every transaction
 * in somebody's name; before that these connections may do nothing at all.
 */
export type Database = {
  /** Connections that become a member for the time of a transaction. */
  readonly members: Connections
  /** Connections that sign in as the public; none on the embedded database, where one connection serves all. */
  readonly visitors: Connections | undefined
  /** What is done here is undone at the end; then the public is a member without any right. */
  readonly isRehearsal?: true
  /** Which persons' data may be kept here; `demandPersonsAllowed` asks. */
  readonly persons: 'any' | 'invented' | 'none'
  /** Has the planner look at all tables, in the owner's name. */
  readonly gatherStatistics: () => Promise<unknown>
}

export type OpenDatabase = {
  db: Database
  engine: 'pglite' | 'postgres'
  /**
   * Does the owner's work: migrating, and what tests and tools ask of the catalog. On the embedded database
   * everybody else waits meanwhile, so the work may use nothing but the connection it is given.
   */
  asOwner: <Result>(work: (owner: Connections) => Promise<Result>) => Promise<Result>
  /** The same with a way to copy whole tables out and in, on the owner's one connection. */
  asCopier: <Result>(work: (owner: Connections, copy: Copy) => Promise<Result>) => Promise<Result>
  /** Makes the roles and logins that requests work as. @throws DatabaseUnusable when that cannot be */
  prepare: (owner: Connections) => Promise<void>
  /** Calls back with each payload sent on a channel by `pg_notify`, from this process or another. */
  listen: (channel: string, receive: (payload: string) => void) => Promise<void>
  close: () => Promise<void>
}

/**
 * What a store may do. `Tables` are its module's own, so SQL on another module's tables does not
 * compile; a database and a transaction both fit, but only a service can begin one.
 */
export type Db<Tables> = Pick<
  Kysely<Tables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with'
>
