import type { AccountHolder } from './holders-store.server.ts'

type Labels = { none?: string; me: string; somebody: string }

/**
 * The accounts to which something can be given, oneself first, as options of a list.
 *
 * @param current whose it is now; stays to be picked even if that account works here no more
 */
export function accountOptions(
  holders: readonly Pick<AccountHolder, 'accountId' | 'name' | 'endedOn'>[],
  { me, current }: { me: string; current: string | null },
  labels: Labels,
): { value: string; label: string }[] {
  const others = holders.filter(({ accountId, endedOn }) => accountId !== me && endedOn === null)
  const isGone = current !== null && current !== me && !others.some(({ accountId }) => accountId === current)
  const nameOfGone = holders.find(({ accountId }) => accountId === current)?.name
  return [
    ...(labels.none === undefined ? [] : [{ value: '', label: labels.none }]),
    { value: me, label: labels.me },
    ...others.map(({ accountId, name }) => ({ value: accountId, label: name })),
    ...(isGone ? [{ value: current, label: nameOfGone ?? labels.somebody }] : []),
  ]
}
