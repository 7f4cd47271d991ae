import type { ReactNode } from 'react'
import type { Language, LocalText } from '../texts/text.ts'

/** A part of a page in one of its states. */
export type GalleryExample = {
  /** What is particular about the state. */
  state: LocalText
  shows: ReactNode
  /** What a reader finds there, word for word: visible text, or the name of a picture. */
  says: Readonly<Record<Language, readonly string[]>>
  /** What must not stand there, such as a zero where something is missing. */
  neverSays?: readonly string[]
  /** In this state the part shows nothing at all. */
  isEmpty?: true
}

/** A part that pages are made of, with every state in which it is met. The one index from which it is shown and tested. */
export type GalleryPart = {
  /** What the component is called; its address too. */
  name: string
  about: LocalText
  examples: readonly GalleryExample[]
}
