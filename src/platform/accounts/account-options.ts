import type { AccountHolder } from './holders-store.server.ts'

type Labels = { none?: string; me: string; somebody: string }

/**
 * The accounts to which something can be given, oneself first, as options of a list.
 *
 * @param current whose it is now; stays to be picked even if that account works here no more
 */
export function accountOptions(
  holders: readonly AccountHolder[],
  { me, current }: { me: string; current: string | null },
  labels: Labels,
): { value: string; label: string }[] {
  const others = holders.filter(({ accountId }) => accountId !== me)
  const isGone = current !== null && current !== me && !others.some(({ accountId }) => accountId === current)
  return [
    ...(labels.none === undefined ? [] : [{ value: '', label: labels.none }]),
    { value: me, label: labels.me },
    ...others.map(({ accountId, name }) => ({ value: accountId, label: name })),
    ...(isGone ? [{ value: current, label: labels.somebody }] : []),
  ]
}
