import { findMunicipalitiesOn } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Findable, Searched, SearchedPlace } from '#platform/searched.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY, findDataVersions } from '#platform/write/data-version.server.ts'
import { SearchIndex } from './search-index.ts'

/**
 * Keeps what can be found in step with the data. Every place is read anew when its data have another version, and
 * always as the public, so that nothing else can be in it.
 */
export class SearchCatalogue {
  readonly index: SearchIndex
  readonly #searched: readonly Searched[]
  readonly #texts: SearchedPlace['texts']
  /** The version of each municipality's data that was read; of the country the day. */
  readonly #seen = new Map<string, string>()
  /** The version of the country's registers. */
  #registers: string | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(searched: readonly Searched[], texts: SearchedPlace['texts']) {
    this.#searched = searched
    this.#texts = texts
    this.index = new SearchIndex(searched.flatMap(({ kinds }) => kinds))
  }

  /** The index as the data are now. Whoever asks meanwhile waits for a turn, so that nobody sees half of it. */
  current(db: Database): Promise<SearchIndex> {
    const turn = this.#turn.catch(() => undefined).then(() => this.#bringUpToDate(db))
    this.#turn = turn
    return turn
  }

  #bringUpToDate(db: Database): Promise<SearchIndex> {
    return readAs(db, THE_PUBLIC, async (tx) => {
      const versions = await findDataVersions(tx)
      const ofCountry = String(versions.get(COUNTRY) ?? 0)
      if (this.#registers !== ofCountry) this.#seen.clear()
      this.#registers = ofCountry
      const today = municipalDay()
      const changed = [...versions].filter(
        ([id, version]) => id !== COUNTRY && this.#seen.get(id) !== String(version),
      )
      if (this.#seen.get(COUNTRY) === today && changed.length === 0) return this.index
      const municipalities = new Map((await findMunicipalitiesOn(tx, today)).map((one) => [one.id, one]))
      if (this.#seen.get(COUNTRY) !== today) {
        this.index.replace(
          COUNTRY,
          undefined,
          await this.#read({ tx, municipality: undefined, texts: this.#texts }),
        )
        this.#seen.set(COUNTRY, today)
      }
      for (const [id, version] of changed) {
        const municipality = municipalities.get(id)
        if (municipality) {
          const { slug, name } = municipality
          const place = { tx, municipality: { id, slug, name }, texts: this.#texts }
          this.index.replace(id, { slug, name }, await this.#read(place))
        } else this.index.remove(id)
        this.#seen.set(id, String(version))
      }
      return this.index
    })
  }

  async #read(place: SearchedPlace): Promise<Findable[]> {
    const read: Findable[] = []
    for (const { find } of this.#searched) read.push(...(await find(place)))
    return read
  }
}
