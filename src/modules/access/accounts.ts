import type { Option } from '#platform/forms/pick-field.tsx'
import { type Holding, type Names, nameOfAccount } from './holding.ts'

/** Accounts that are known in a place, by name, without those left out. */
export function accountOptions(
  names: Names,
  holdings: readonly Holding[],
  without: readonly string[],
): Option[] {
  const known = new Set([...Object.keys(names.accounts), ...holdings.map(({ accountId }) => accountId)])
  const collator = new Intl.Collator('lv')
  return [...known]
    .filter((id) => !without.includes(id) && !names.gone.includes(id))
    .map((id) => ({ value: id, label: nameOfAccount(names, id) }))
    .sort((a, b) => collator.compare(a.label, b.label))
}
