import type { Module } from '#platform/module.ts'
import type { Findable, Searched } from '#platform/searched.ts'
import { findingAddress } from './address.ts'
import type { Family } from './family.ts'
import { findKept } from './kept-store.server.ts'

/** What the rules found, as everybody may read it: what names a covered figure is kept in other words. */
export const searchedFindings =
  (familiesOf: (modules: readonly Module[]) => Family[]) =>
  (modules: readonly Module[]): Searched => ({
    kinds: [
      { code: 'finding', label: 'findings.kind', weight: 0.6 },
      { code: 'check', label: 'findings.kind.checks', weight: 0.9 },
    ],
    find: async ({ tx, municipality }) => {
      const families = familiesOf(modules)
      if (!municipality) return families.flatMap(checksOf)
      return (await findKept(tx, municipality.id, families)).map(
        ({ anchor, title, explanation, subjects }): Findable => ({
          kind: 'finding',
          address: findingAddress(anchor),
          name: title,
          within: subjects[0]?.name ?? null,
          words: [explanation],
        }),
      )
    },
  })

const checksOf = ({ name, rules }: Family): Findable[] =>
  rules.map(({ code, title, explain }) => ({
    kind: 'check',
    address: `/metodes#${name}-${code}`,
    name: title,
    words: [explain],
  }))
