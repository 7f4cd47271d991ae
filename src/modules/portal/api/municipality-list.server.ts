import { z } from 'zod'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { findStrategies, strategyId } from '#modules/strategy.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { day, Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { municipalDay } from '#platform/rights/day.ts'

const Municipality = z
  .object({
    code: z.string().describe('Code of the territory in the national classifier, e.g. `LV0005000`.'),
    slug: z.string().describe('Its name in addresses, e.g. `liepaja`; the same in all its times.'),
    kind: z.enum(['stateCity', 'novads']),
    name: Local,
    region: z.object({ code: z.string(), name: Local }),
    validFrom: day,
    validTo: day.nullable().describe('First day on which it no longer exists like this; null while it does.'),
    successor: z.string().nullable().describe('Code of the territory that took its place.'),
    strategies: z.array(strategyId),
    isGenerated: z.boolean().describe('Its data were invented for trying out.'),
  })
  .register(components, { id: 'Municipality' })
type Municipality = z.infer<typeof Municipality>

export const municipalityList = defineList({
  path: '/municipalities',
  name: 'MunicipalityList',
  operation: 'listMunicipalities',
  tag: 'municipalities',
  title: 'portal.api.municipalities',
  summary: 'Municipalities as they were on a day',
  parameters: {
    on: z.iso
      .date({ error: 'must be a day such as 2024-09-01' })
      .optional()
      .describe('Day on which they existed; without it today.'),
  },
  item: Municipality,
  more: { on: day },
  keyOf: (municipality) => municipality.code,
  table: tableOf((municipality: Municipality) => [municipality], {
    code: (row) => row.code,
    slug: (row) => row.slug,
    kind: (row) => row.kind,
    name_lv: (row) => row.name.lv,
    name_en: (row) => row.name.en,
    region: (row) => row.region.code,
    region_lv: (row) => row.region.name.lv,
    region_en: (row) => row.region.name.en,
    valid_from: (row) => row.validFrom,
    valid_to: (row) => row.validTo,
    successor: (row) => row.successor,
    strategies: (row) => row.strategies.join('; '),
    is_generated: (row) => row.isGenerated,
  }),
  file: async () => ({ pageOf: ({ slug }: Municipality) => `/${slug}` }),
  find: async ({ tx, query }) => {
    const on = query.on ?? municipalDay()
    const municipalities = await findMunicipalitiesOn(tx, on)
    const strategies = Map.groupBy(await findStrategies(tx), ({ municipalityId }) => municipalityId)
    const items = municipalities.map(({ id, tile, ...municipality }) => ({
      ...municipality,
      strategies: (strategies.get(id) ?? []).map(({ key }) => key),
    }))
    return { on, asOf: null, items }
  },
})
