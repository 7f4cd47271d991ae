import {
  type CompiledQuery,
  type ControlledTransaction,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { becomeAccounts, beginAsAccounts } from '../database/scope.server.ts'
import type { AllTables, Database } from '../database/types.server.ts'

/**
 * The database as the library of accounts sees it: the schema `accounts`, and nothing else. There is no login
 * for it, and on the embedded engine no second connection, so each statement runs in a transaction that becomes
 * the accounts' role first; a transaction of the library becomes it once.
 */
export function accountsOnly(db: Database): Kysely<unknown> {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new AccountsDriver(db),
    createIntrospector: (own) => new PostgresIntrospector(own),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
  return new Kysely<unknown>({ dialect }).withSchema('accounts')
}

class AccountsDriver implements Driver {
  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  async init() {}

  async acquireConnection() {
    return new AccountsConnection(this.#db)
  }

  async beginTransaction(connection: AccountsConnection, _settings: TransactionSettings) {
    await connection.begin()
  }

  async commitTransaction(connection: AccountsConnection) {
    await connection.end('commit')
  }

  async rollbackTransaction(connection: AccountsConnection) {
    await connection.end('rollback')
  }

  async releaseConnection() {}

  /** The connections are the database's own, which closes them. */
  async destroy() {}
}

class AccountsConnection implements DatabaseConnection {
  readonly #db: Database
  #transaction: ControlledTransaction<AllTables> | undefined

  constructor(db: Database) {
    this.#db = db
  }

  async begin() {
    const transaction = await this.#db.members.startTransaction().execute()
    try {
      await becomeAccounts(transaction)
    } catch (error) {
      await transaction.rollback().execute()
      throw error
    }
    this.#transaction = transaction
  }

  async end(how: 'commit' | 'rollback') {
    const transaction = this.#transaction
    this.#transaction = undefined
    await transaction?.[how]().execute()
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#transaction) return this.#transaction.executeQuery<Row>(query as CompiledQuery<Row>)
    return beginAsAccounts(this.#db, (tx) => tx.executeQuery<Row>(query as CompiledQuery<Row>))
  }

  // biome-ignore lint/correctness/useYield: nothing of ours is read piece by piece
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('accountsOnly: reading piece by piece is not for accounts')
  }
}
