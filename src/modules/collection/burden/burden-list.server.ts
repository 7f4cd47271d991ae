import { z } from 'zod'
import { findMunicipality } from '#modules/registry.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { day, Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { readBurden } from './read-burden.server.ts'

const Burden = z
  .object({
    call: z.string().describe('Key of the data call.'),
    title: Local.describe('What the call is called.'),
    dueOn: day.describe('Last day of the call; its year is the one that it burdens.'),
    institution: z.string().describe('Key of the institution.'),
    name: Local.describe('What the institution is called.'),
    plannedMinutes: z.int().min(1),
    actualMinutes: z.int().min(1).nullable().describe('As the institution says; null where it has not said.'),
  })
  .describe('How long one data call takes one institution.')
  .register(components, { id: 'Burden' })
type Burden = z.infer<typeof Burden>

export const burdenList = defineList({
  path: '/municipalities/{slug}/burden',
  name: 'BurdenList',
  operation: 'listBurden',
  tag: 'municipalities',
  title: 'collection.burden.api',
  summary: 'How long data calls take institutions in a year',
  parameters: {
    year: z.coerce
      .number({ error: 'must be a year such as 2026' })
      .int({ error: 'must be a year such as 2026' })
      .min(2000, { error: 'must be a year such as 2026' })
      .max(2200, { error: 'must be a year such as 2026' })
      .optional()
      .describe('Calendar year; without it the current one, or the newest in which a call was due.'),
  },
  item: Burden,
  more: { municipality: z.string().describe('Its name in addresses.'), year: z.int() },
  keyOf: ({ call, institution }) => `${call}·${institution}`,
  table: tableOf((item: Burden) => [item], {
    call: (row) => row.call,
    call_lv: (row) => row.title.lv,
    call_en: (row) => row.title.en,
    due_on: (row) => row.dueOn,
    institution: (row) => row.institution,
    institution_lv: (row) => row.name.lv,
    institution_en: (row) => row.name.en,
    planned_minutes: (row) => row.plannedMinutes,
    actual_minutes: (row) => row.actualMinutes,
  }),
  find: async ({ tx, path, query, noteGenerated }) => {
    const municipality = await findMunicipality(tx, path.slug ?? '')
    if (!municipality) return undefined
    noteGenerated(municipality.isGenerated)
    const { year, rows } = await readBurden(tx, municipality.id, query.year)
    const items = rows.map(({ call, institution, plannedMinutes, actualMinutes }) => ({
      call: call.key,
      title: call.title,
      dueOn: municipalDay(call.dueAt),
      institution: institution.key,
      name: institution.name,
      plannedMinutes,
      actualMinutes,
    }))
    return { municipality: municipality.slug, year, asOf: null, items }
  },
})
