import type { Option } from '#platform/forms/pick-field.tsx'
import { type Names, nameOfAccount } from './holding.ts'

/** Accounts that work in a place, by name, without those left out: a right is given to nobody else. */
export function accountOptions(names: Names, without: readonly string[]): Option[] {
  const collator = new Intl.Collator('lv')
  return names.working
    .filter((id) => !without.includes(id))
    .map((id) => ({ value: id, label: nameOfAccount(names, id) }))
    .sort((a, b) => collator.compare(a.label, b.label))
}
