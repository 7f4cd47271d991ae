import type { DatabaseTransaction } from './database/types.server.ts'
import type { Language, LocalText, Text, TextKey } from './texts/text.ts'

/** Something that a reader may look for, as the public may see it. Nothing that is covered may stand in it. */
export type Findable = {
  /** One of the kinds that its module declares. */
  kind: string
  /** Its page, below the address of its municipality or of the country. */
  address: string
  name: LocalText
  /** Codes and other names by which it is asked for. */
  called?: readonly (string | null)[]
  /** What it is a part of, such as its goal or its survey. */
  within?: LocalText | null
  /** Sentences that tell about it. */
  words?: readonly (LocalText | null)[]
}

/** A kind of things that can be found. */
export type FindableKind = {
  /** As addresses name it. */
  code: string
  /** What several of them are called. */
  label: TextKey
  /** Above 1 it stands before what answers as well, below 1 after it. */
  weight?: number
}

/** Whose things are asked for: those of a municipality, or those of the country. */
export type SearchedPlace = {
  tx: DatabaseTransaction
  /** Undefined when what belongs to no municipality is asked for. */
  municipality: { id: string; slug: string; name: LocalText } | undefined
  texts: (language: Language) => Text
}

/** What a module lets readers look for. It reads as the public does. */
export type Searched = {
  kinds: readonly FindableKind[]
  find: (place: SearchedPlace) => Promise<Findable[]> | Findable[]
}
