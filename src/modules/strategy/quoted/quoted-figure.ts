import type { Citation } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'

/** A figure that a published document about the plan quotes, or why one that is held elsewhere differs from ours. */
export type QuotedFigure = Citation & {
  /** Id of the same figure in our reports: `count:actions/implemented@KP1`. */
  figure: string
  position: number
  /** The table or section of the document. */
  section: LocalText
  /** Null where whatever holds the figure says what it is. */
  what: LocalText | null
  /** As it is printed; null where a claim or a survey holds it. */
  quoted: number | null
  /** Why the two differ; null where they do not. */
  why: LocalText | null
}
