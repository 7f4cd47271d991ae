import { findMunicipality } from '#modules/registry.server'
import { asOfParameter } from '#platform/api/parameters.ts'
import { readState } from '#platform/api/state.server.ts'
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
    locate: async ({ tx, path, query, noteGenerated }) => {
      const municipality = await findMunicipality(tx, path.slug ?? '')
      if (!municipality) return undefined
      noteGenerated(municipality.isGenerated)
      const { asOf, earlier } = await readState(tx, municipality.id, query.asOf)
      return { place: { municipalityId: municipality.id, asOf: earlier }, asOf, more: {} }
    },
  })
