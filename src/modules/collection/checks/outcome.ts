import type { Answers, Check } from '../model.ts'

/** How institutions answered a field together: of eight at least, without saying who. */
export type PeerSummary = {
  peers: number
  lowerQuartile: number
  median: number
  upperQuartile: number
  /** Median absolute deviation from the median. */
  deviation: number
}

/** What a check may compare with, besides the answers themselves. What is absent cannot be told yet. */
export type CheckContext = {
  /** Accepted answers of the same institution one period earlier. */
  last?: Answers
  /** Its own accepted numbers of earlier periods by field, the oldest first. */
  history?: ReadonlyMap<string, readonly number[]>
  /** By field; absent in the browser, where such checks wait for the server. */
  peers?: ReadonlyMap<string, PeerSummary>
  /** Its accepted answers to other calls of the same period, by the calls' keys. */
  others?: ReadonlyMap<string, Answers>
}

/**
 * What a check says: it holds; it does not; nobody can tell, since something it needs was not answered or is not
 * there; or it waits for the server.
 */
export type CheckOutcome = {
  check: Check
  outcome: 'held' | 'failed' | 'notTold' | 'waits'
  /** Fields that it is about, so that it is said beside them. */
  fields: readonly string[]
  /** Figures that it compared, for its sentence. */
  told: Readonly<Record<string, string | number>>
}
