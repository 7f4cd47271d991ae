import type { Institution, Network, Succession } from './institution.ts'
import { endsOne, presenceOn, spanOf } from './institution-on.ts'

/** What took the place of an institution, one step. */
export const successorsOf = ({ successions }: Pick<Network, 'successions'>, key: string): Succession[] =>
  successions.filter(({ from }) => from === key)

/** Whose place an institution took, one step. */
export const predecessorsOf = ({ successions }: Pick<Network, 'successions'>, key: string): Succession[] =>
  successions.filter(({ to }) => to === key)

/**
 * Keys of the institutions that stand in the place of one on a day, through any number of mergers and splits: the
 * one itself while it is there. Nobody when it had not begun, or ended without a successor. A succession of which
 * no day is stated, nor the end of the one before, counts as past.
 */
export function heirsOn({ institutions, successions }: Network, key: string, day: string): string[] {
  const byKey = new Map(institutions.map((institution) => [institution.key, institution]))
  const past = Map.groupBy(
    successions.filter((one) => isPast(one, byKey.get(one.from), day)),
    ({ from }) => from,
  )
  const heirs: string[] = []
  const seen = new Set([key])
  for (const one of seen) {
    const institution = byKey.get(one)
    const links = past.get(one) ?? []
    const presence = institution ? presenceOn(institution, successions, day) : 'absent'
    if (presence === 'there' || (presence === 'notSaid' && !links.some(endsOne))) heirs.push(one)
    // A set takes in what is added while it is walked, and each key once: so even a circle ends.
    for (const { to } of links) seen.add(to)
  }
  return heirs
}

function isPast(succession: Succession, before: Institution | undefined, day: string): boolean {
  const end = before && endsOne(succession) ? spanOf(before).validTo : null
  const since = succession.day ?? end
  return since === null || since <= day
}

type Link = Pick<Succession, 'from' | 'to'>

/**
 * A way along which an institution would come to stand in its own place, with the first key once more at its
 * end; undefined while there is none.
 */
export function findCircle(links: readonly Link[]): string[] | undefined {
  const next = Map.groupBy(links, ({ from }) => from)
  const cleared = new Set<string>()
  for (const { from } of links) {
    const circle = walkFrom(from, next, cleared)
    if (circle) return circle
  }
  return undefined
}

/** Goes as deep as it can, without recursion: chains may be long. */
function walkFrom(
  start: string,
  next: ReadonlyMap<string, readonly Link[]>,
  cleared: Set<string>,
): string[] | undefined {
  const way = [{ key: start, turn: 0 }]
  const onWay = new Set([start])
  for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
    const to = cleared.has(here.key) ? undefined : next.get(here.key)?.[here.turn]?.to
    if (to === undefined) {
      cleared.add(here.key)
      onWay.delete(here.key)
      way.pop()
      continue
    }
    here.turn += 1
    if (onWay.has(to)) {
      const keys = way.map(({ key }) => key)
      return [...keys.slice(keys.indexOf(to)), to]
    }
    onWay.add(to)
    way.push({ key: to, turn: 0 })
  }
  return undefined
}
