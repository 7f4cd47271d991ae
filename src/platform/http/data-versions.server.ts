import { reportFailure } from '../database/away.server.ts'
import type { OpenDatabase } from '../database/open.server.ts'
import { readAs } from '../database/scope.server.ts'
import { THE_PUBLIC } from '../users.ts'
import { COUNTRY, DATA_CHANGED, findDataVersions } from '../write/data-version.server.ts'

/** How long to wait before the versions are asked for again that could not be read. */
const RETRY_MS = 1000

/**
 * Knows, without asking the database again, which version each municipality's data have: it hears of
 * every writing transaction of every process.
 */
export class DataVersions {
  #versions = new Map<string, number>()
  /** Rises when news may have been missed, so that no page of before is taken for current. */
  #losses = 0
  #retry: NodeJS.Timeout | undefined
  readonly #database: OpenDatabase
  readonly #onChange: (municipalityId: string) => void

  private constructor(database: OpenDatabase, onChange: (municipalityId: string) => void) {
    this.#database = database
    this.#onChange = onChange
  }

  /** @param onChange called with each municipality whose data may be others than before */
  static async follow(
    database: OpenDatabase,
    onChange: (municipalityId: string) => void = () => undefined,
  ): Promise<DataVersions> {
    const versions = new DataVersions(database, onChange)
    await database.listen(DATA_CHANGED, (municipalityId) => versions.#hear(municipalityId))
    await versions.#refresh()
    for (const id of versions.#versions.keys()) onChange(id)
    return versions
  }

  /** Changes whenever the data of this municipality change. */
  of(municipalityId: string): string {
    return `${this.#losses}.${this.#versions.get(municipalityId) ?? 0}`
  }

  /** Changes whenever the registers of the country change. */
  get ofCountry(): string {
    return this.of(COUNTRY)
  }

  /** Changes whenever any municipality's data change. */
  get ofAll(): string {
    let sum = this.#losses
    for (const version of this.#versions.values()) sum += version
    return String(sum)
  }

  /** Without a municipality the connection was lost for a time, and anything may have happened meanwhile. */
  async #hear(municipalityId: string) {
    if (municipalityId === '') this.#losses += 1
    await this.#refresh()
    for (const id of municipalityId === '' ? this.#versions.keys() : [municipalityId]) this.#onChange(id)
  }

  async #refresh() {
    clearTimeout(this.#retry)
    try {
      this.#versions = await readAs(this.#database.db, THE_PUBLIC, findDataVersions)
    } catch (error) {
      this.#losses += 1
      reportFailure('The versions of the data could not be read', error)
      this.#retry = setTimeout(() => this.#refresh(), RETRY_MS).unref()
    }
  }
}
