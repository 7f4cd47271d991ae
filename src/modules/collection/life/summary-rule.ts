/** Fewer institutions are not spoken of as peers. */
export const LEAST_PEERS = 8
/** Two states that are shown one after the other differ by so many institutions at least. */
export const LEAST_NEW = 3

type Known = {
  /** How many institutions are accepted now, and how many were since the summaries were worked out last. */
  accepted: number
  since: number
  /** When they were; null before. */
  summarizedAt: Date | null
  locksAt: Date
}

/** Whether it is time to work out the summaries anew: for the first time, after enough more, or once after the lock. */
export function isTimeToSummarize({ accepted, since, summarizedAt, locksAt }: Known, now: Date): boolean {
  if (accepted < LEAST_PEERS || since === 0) return false
  if (summarizedAt === null || since >= LEAST_NEW) return true
  return now >= locksAt && summarizedAt < locksAt
}

type Summary = { field: string; institution_type: string; peers: number }

/**
 * The summaries that can be shown: of eight institutions at least, and only so many types of a field that the
 * institutions of all other types together are none, or so many that nobody can be told apart among them.
 */
export function shownSummaries<One extends Summary>(summaries: readonly One[]): One[] {
  return [...Map.groupBy(summaries, ({ field }) => field).values()].flatMap((own) => {
    const all = own.find((one) => one.institution_type === '')
    if (!all || all.peers < LEAST_PEERS) return []
    const types = own
      .filter((one) => one.institution_type !== '' && one.peers >= LEAST_PEERS)
      .toSorted((a, b) => b.peers - a.peers)
    const left = () => all.peers - types.reduce((sum, { peers }) => sum + peers, 0)
    while (types.length > 0 && left() > 0 && left() < LEAST_NEW) types.pop()
    return [all, ...types]
  })
}
