import { type Holding, type Names, nameOfAccount } from './holding.ts'

/** A person with all rights held. */
export type PersonWithRights = { accountId: string; name: string; holdings: readonly Holding[] }

/** Rights by whose they are, people by name. */
export function sortPeople(holdings: readonly Holding[], names: Names): PersonWithRights[] {
  const collator = new Intl.Collator('lv')
  return [...Map.groupBy(holdings, ({ accountId }) => accountId)]
    .map(([accountId, own]) => ({ accountId, name: nameOfAccount(names, accountId), holdings: own }))
    .sort((a, b) => collator.compare(a.name, b.name))
}
