import type { Module } from '#platform/module.ts'
import type { Searched } from '#platform/searched.ts'

/** The sections of a municipality's pages, by what the menu calls them. */
export const pagesOfMenus = (modules: readonly Module[]): Searched => ({
  kinds: [{ code: 'page', label: 'search.kind.pages', weight: 1.5 }],
  find: ({ municipality, texts }) =>
    municipality
      ? modules
          .flatMap(({ menu = [] }) => menu)
          .map(({ address, label }) => ({
            kind: 'page',
            address,
            name: { lv: texts('lv')(label), en: texts('en')(label) },
          }))
      : [],
})
