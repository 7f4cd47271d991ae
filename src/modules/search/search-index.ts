import MiniSearch, { type Query as MiniQuery } from 'minisearch'
import type { Findable, FindableKind } from '#platform/searched.ts'
import type { Language, LocalText } from '#platform/texts/text.ts'
import type { Query, Sought, Word } from './read-query.ts'
import { stemIn, stemsOf } from './words/stems.ts'
import { tokensIn } from './words/tokens.ts'

/** Where something belongs; undefined for what belongs to no municipality. */
export type FoundPlace = { slug: string; name: LocalText } | undefined

type Known = { place: FoundPlace; ids: number[]; vocabulary: ReadonlyMap<string, string> }
type Document = Findable & { id: number; place: FoundPlace }

/** Something that answers, with the stems by which it was found. */
export type Found = { findable: Findable; place: FoundPlace; terms: ReadonlySet<string> }

export type Search = {
  found: Found[]
  /** No place has all of the words, so those with some of them are shown. */
  isLoose: boolean
  /** Words that stand nowhere, and what was looked for instead. */
  corrected: { typed: string; instead: string[] }[]
  /** Words that stand nowhere, and nothing near them does. */
  unknown: string[]
}

const BOOSTS = { called: 6, nameLv: 4, nameEn: 4, wordsLv: 1, wordsEn: 1, around: 0.3 }
type Field = keyof typeof BOOSTS
const FIELDS = Object.keys(BOOSTS) as Field[]
const LANGUAGE_OF: Partial<Record<string, Language>> = {
  nameLv: 'lv',
  nameEn: 'en',
  wordsLv: 'lv',
  wordsEn: 'en',
}

/** Synonyms and changed consonants count less than what was typed. */
const SYNONYM_WEIGHT = 0.5
const CHANGED_WEIGHT = 0.8
const MOST_INSTEAD = 4

/** What can be found, in memory. It is filled place by place, so that a change of one leaves the others alone. */
export class SearchIndex {
  readonly #weights: ReadonlyMap<string, number>
  readonly #places = new Map<string, Known>()
  readonly #documents = new Map<number, Document>()
  readonly #index = new MiniSearch<Document>({
    fields: FIELDS,
    extractField: (document, field) => (field === 'id' ? document.id : textOf(document, field as Field)),
    tokenize: (text) => tokensIn(text).map(({ folded }) => folded),
    processTerm: (term, field) => {
      const language = LANGUAGE_OF[field ?? '']
      return language ? stemIn(language, term) : stemsOf(term)
    },
    searchOptions: { boost: BOOSTS, tokenize: (term) => [term], processTerm: (term) => term },
  })
  #last = 0

  constructor(kinds: readonly FindableKind[]) {
    this.#weights = new Map(kinds.map(({ code, weight = 1 }) => [code, weight]))
  }

  get size() {
    return this.#documents.size
  }

  /** Puts everything of a place in the place of what was there before. */
  replace(key: string, place: FoundPlace, findables: readonly Findable[]) {
    this.remove(key)
    const documents = findables.map((findable) => {
      this.#last += 1
      return { ...findable, id: this.#last, place }
    })
    for (const document of documents) this.#documents.set(document.id, document)
    this.#index.addAll(documents)
    this.#places.set(key, { place, ids: documents.map(({ id }) => id), vocabulary: vocabularyOf(documents) })
  }

  remove(key: string) {
    const before = this.#places.get(key)
    if (!before) return
    this.#index.discardAll(before.ids)
    for (const id of before.ids) this.#documents.delete(id)
    this.#places.delete(key)
  }

  /** Names in addresses of the municipalities of which something can be found. */
  slugs(): string[] {
    return [...this.#places.values()].flatMap(({ place }) => place?.slug ?? [])
  }

  /** Everything that answers, the best first. */
  search(query: Query): Search {
    const { sought, isOpen } = query
    if (sought.length === 0) return { found: [], isLoose: false, corrected: [], unknown: [] }
    const corrected: Search['corrected'] = []
    const unknown: string[] = []
    const parts = sought.map((one, place) => {
      const isLast = isOpen && place === sought.length - 1
      return this.#queryOf(one, isLast, (typed, instead) => {
        if (instead.length > 0) corrected.push({ typed, instead })
        else unknown.push(typed)
      })
    })
    const whole = this.#ask({ combineWith: 'AND', queries: parts })
    const isLoose = whole.length === 0 && parts.length > 1
    return {
      found: isLoose ? this.#ask({ combineWith: 'OR', queries: parts }) : calledSoFirst(whole, sought),
      isLoose,
      corrected,
      unknown,
    }
  }

  #ask(query: MiniQuery): Found[] {
    const weightOf = (id: number) => this.#weights.get(this.#documents.get(id)?.kind ?? '') ?? 1
    return this.#index.search(query, { boostDocument: weightOf }).flatMap(({ id, terms }) => {
      const document = this.#documents.get(id)
      return document ? [{ findable: document, place: document.place, terms: new Set(terms) }] : []
    })
  }

  /** What was typed, or what is called so as well. */
  #queryOf(
    { words, synonyms }: Sought,
    isLast: boolean,
    tell: (typed: string, instead: string[]) => void,
  ): MiniQuery {
    const own = words.map((word, place) => {
      const mayGoOn = isLast && place === words.length - 1
      return this.#queryOfWord(word, mayGoOn, synonyms.length > 0 ? () => undefined : tell)
    })
    const others = synonyms
      .filter((synonym) => synonym.words.every((word) => this.#knows(word)))
      .map((synonym) =>
        allOf(
          synonym.words.map((word) => ({ queries: word.stems, combineWith: 'OR' as const })),
          SYNONYM_WEIGHT,
        ),
      )
    return { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: own }, ...others] }
  }

  /** A word as it stands, or as it begins, or with a letter or two amiss where it stands nowhere. */
  #queryOfWord(word: Word, mayGoOn: boolean, tell: (typed: string, instead: string[]) => void): MiniQuery {
    const changed = { queries: word.changed, combineWith: 'OR' as const, boostTerm: () => CHANGED_WEIGHT }
    const asTyped: MiniQuery = {
      queries: [{ queries: word.stems, combineWith: 'OR' }, changed],
      combineWith: 'OR',
    }
    const begun: MiniQuery = { queries: word.stems, combineWith: 'OR', prefix: word.typed.length > 2 }
    if (mayGoOn) asTyped.queries.push({ ...begun, weights: { fuzzy: 0, prefix: 0.4 } })
    if (this.#knows(word)) return asTyped
    if (word.typed.length > 2 && this.#begins(word)) return begun
    const fuzzy = mostAmiss(word.typed)
    const near: MiniQuery = { queries: word.stems, combineWith: 'OR', fuzzy }
    tell(word.typed, fuzzy === 0 ? [] : this.#namesOf(this.#index.search(near)))
    return near
  }

  #knows = ({ stems, changed }: Word) =>
    [...stems, ...changed].some((stem) => this.#vocabularies().some((known) => known.has(stem)))

  #begins = ({ stems }: Word) =>
    this.#index.search({ queries: stems, combineWith: 'OR', prefix: true }).length > 0

  #vocabularies = () => [...this.#places.values()].map(({ vocabulary }) => vocabulary)

  /** The stems of some answers as words that stand in the texts. */
  #namesOf(answers: readonly { terms: string[] }[]): string[] {
    const names = new Set<string>()
    for (const term of answers.slice(0, 50).flatMap(({ terms }) => terms)) {
      const name = this.#vocabularies()
        .find((known) => known.has(term))
        ?.get(term)
      if (name !== undefined) names.add(name)
      if (names.size === MOST_INSTEAD) break
    }
    return [...names]
  }
}

/** What is called exactly as was typed, by its name or its code, stands before what only mentions it. */
function calledSoFirst(found: readonly Found[], sought: readonly Sought[]): Found[] {
  const typed = sought.flatMap(({ words }) => words.map((word) => word.typed)).join(' ')
  const isCalledSo = ({ findable: { name, called = [] } }: Found) =>
    [name.lv, name.en, ...called].some(
      (one) =>
        one !== null &&
        tokensIn(one)
          .map(({ folded }) => folded)
          .join(' ') === typed,
    )
  return found.toSorted((a, b) => Number(isCalledSo(b)) - Number(isCalledSo(a)))
}

const allOf = (queries: MiniQuery[], weight: number): MiniQuery => ({
  combineWith: 'AND',
  queries,
  boostTerm: () => weight,
})

/** How many letters may be amiss: none in short words, where everything is near everything. */
function mostAmiss(word: string): number {
  if (/\p{N}/u.test(word) || word.length < 4) return 0
  return word.length < 6 ? 1 : 2
}

function textOf(document: Document, field: Field): string {
  const { name, called = [], words = [], within, place } = document
  const texts: Readonly<Record<Field, readonly (string | null | undefined)[]>> = {
    called,
    nameLv: [name.lv],
    nameEn: [name.en],
    wordsLv: words.map((text) => text?.lv),
    wordsEn: words.map((text) => text?.en),
    around: [within?.lv, within?.en, place?.name.lv, place?.name.en],
  }
  return texts[field].filter(Boolean).join(' \n ')
}

/** The stems of some documents, each by a word that stands there. */
function vocabularyOf(documents: readonly Document[]): Map<string, string> {
  const vocabulary = new Map<string, string>()
  for (const document of documents) {
    for (const field of FIELDS) {
      const text = textOf(document, field)
      for (const { folded, from, to } of tokensIn(text)) {
        const language = LANGUAGE_OF[field]
        for (const stem of language ? [stemIn(language, folded)] : stemsOf(folded)) {
          if (!vocabulary.has(stem)) vocabulary.set(stem, text.slice(from, to).toLowerCase())
        }
      }
    }
  }
  return vocabulary
}
