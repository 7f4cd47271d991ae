/** Ticks of a list are sent under names of their own: several of one name would be one. */
const TICK = 'tick.'

export const tickName = (key: string) => `${TICK}${key}`

/** What was ticked, as it was sent. */
export const ticksOf = (entered: Readonly<Record<string, string>>): string[] =>
  Object.keys(entered).flatMap((name) => (name.startsWith(TICK) ? name.slice(TICK.length) : []))

export const tickedIn = (entered: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(ticksOf(entered))
