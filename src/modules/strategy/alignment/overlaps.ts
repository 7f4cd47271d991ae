import { isNearlySame, stemsOf } from './alike-words.ts'
import type { PlanItem, PlanOfWork } from './model.ts'

type Placed = { plan: PlanOfWork; item: PlanItem }

/**
 * Tasks of several plans that may be one and the same: a question to whoever plans, and no more. `sameTerm`: they
 * serve the same action and end on the same day; `sameWords`: they say nearly the same.
 */
export type Overlap =
  | { why: 'sameTerm'; action: string; dueOn: string; items: Placed[] }
  | { why: 'sameWords'; items: Placed[] }

/** Overlaps between plans; what one plan says twice is its own affair. A day that is not stated is like no other. */
export function findOverlaps(items: readonly Placed[]): Overlap[] {
  const byTerm = findSameTerm(items)
  const known = byTerm.map((one) => new Set(one.items.map(({ item }) => item.id)))
  const byWords = findSameWords(items).filter(
    (group) => !known.some((ids) => group.every(({ item }) => ids.has(item.id))),
  )
  return [...byTerm, ...byWords.map((group): Overlap => ({ why: 'sameWords', items: group }))]
}

const isOfSeveral = (group: readonly Placed[]) => new Set(group.map(({ plan }) => plan.id)).size > 1

function findSameTerm(items: readonly Placed[]): Extract<Overlap, { why: 'sameTerm' }>[] {
  const groups = new Map<string, { action: string; dueOn: string; items: Placed[] }>()
  for (const placed of items) {
    const { dueOn, actions } = placed.item
    if (dueOn === null) continue
    for (const action of actions) {
      const name = `${action} ${dueOn}`
      const group = groups.get(name) ?? { action, dueOn, items: [] }
      group.items.push(placed)
      groups.set(name, group)
    }
  }
  return [...groups.values()]
    .filter((group) => isOfSeveral(group.items))
    .map((group) => ({ why: 'sameTerm', ...group }))
}

/** Groups in which each task is nearly the same as another one of another plan. */
function findSameWords(items: readonly Placed[]): Placed[][] {
  const stems = items.map(({ item }) => stemsOf(item.task))
  const leader = items.map((_, index) => index)
  const leaderOf = (index: number): number => {
    const next = leader[index] ?? index
    return next === index ? index : leaderOf(next)
  }
  for (const [a, first] of items.entries())
    for (let b = a + 1; b < items.length; b += 1) {
      const second = items[b]
      if (!second || first.plan.id === second.plan.id) continue
      if (isNearlySame(stems[a] ?? new Set(), stems[b] ?? new Set())) leader[leaderOf(b)] = leaderOf(a)
    }
  const groups = Map.groupBy(items.entries(), ([index]) => leaderOf(index))
  return [...groups.values()].map((group) => group.map(([, placed]) => placed)).filter(isOfSeveral)
}
