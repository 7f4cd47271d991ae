import { findMunicipality } from '#modules/registry.server'
import { asOfParameter } from '#platform/api/parameters.ts'
import { findLastChange } from '#platform/write/data-version.server.ts'
import type { Family } from '../family.ts'
import { createFindingList } from './finding-list.server.ts'

/** The findings about the current data of a municipality. */
export const municipalityFindingList = (families: readonly Family[]) =>
  createFindingList(families, {
    path: '/municipalities/{slug}/findings',
    name: 'MunicipalityFindingList',
    operation: 'listMunicipalityFindings',
    tag: 'municipalities',
    summary: 'What the data of a municipality say about themselves',
    title: 'findings.api.ofMunicipality',
    parameters: { asOf: asOfParameter },
    more: {},
    locate: async ({ tx, path, query }) => {
      const municipality = await findMunicipality(tx, path.slug ?? '')
      if (!municipality) return undefined
      const asOf = query.asOf === undefined ? undefined : new Date(query.asOf)
      const state = asOf ?? (await findLastChange(tx, municipality.id)) ?? null
      return { place: { municipalityId: municipality.id, asOf }, asOf: state, more: {} }
    },
  })
