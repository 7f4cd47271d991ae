import { z } from 'zod'
import { citedShape as cited, findSourceTitles } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { day, Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { EDUCATION_STAGES, FOUNDER_KINDS, type Network, SUCCESSION_KINDS } from '../institution.ts'
import type { Described } from '../institution-facts.ts'
import { today } from '../read-day.ts'
import { readInstitutions } from '../read-institutions.server.ts'
import { findMunicipality } from '../store.server.ts'
import { predecessorsOf, successorsOf } from '../succession.ts'

const valid = {
  validFrom: day.nullable().describe('Null when no source states since when.'),
  validTo: day
    .nullable()
    .describe('First day on which it no longer holds; null while it does, or when no source states it.'),
}
const stage = z.enum(EDUCATION_STAGES)
const Link = z.object({
  institution: z.string().describe('Key of the other institution.'),
  kind: z.enum(SUCCESSION_KINDS),
  day: day.nullable().describe('First day of the one after in the place of the one before.'),
  ...cited,
})

const Institution = z
  .object({
    key: z.string().describe('What it is called in files and addresses; the same for good.'),
    version: z.int().min(1),
    registrationNumber: z.string().nullable(),
    name: Local,
    shortName: Local.nullable(),
    type: z.object({ code: z.string(), name: Local }).nullable(),
    legalForm: Local.nullable(),
    founder: z.object({ kind: z.enum(FOUNDER_KINDS).nullable(), name: Local.nullable() }),
    ...valid,
    reason: Local.nullable().describe('Why it became like this.'),
    endReason: Local.nullable().describe('Why it was no longer like this.'),
    ...cited,
    presence: z
      .enum(['there', 'notSaid'])
      .describe('`notSaid`: the sources leave open whether it was there on the day.'),
    stages: z.array(stage).describe('Stages of the programmes that it offers on the day.'),
    sites: z.array(
      z.object({
        key: z.string(),
        name: Local.nullable(),
        address: z.string().nullable(),
        ...valid,
        ...cited,
      }),
    ),
    programmes: z.array(
      z.object({
        key: z.string(),
        code: z.string().nullable().describe('Eight digits of the national classifier.'),
        name: Local,
        stage: stage.nullable(),
        site: z.string().nullable().describe('Key of the site; null when no source states where.'),
        ...valid,
        ...cited,
      }),
    ),
    predecessors: z.array(Link),
    successors: z.array(Link),
  })
  .describe('A provider of education as it was on a day. What no source states is null, which is not “none”.')
  .register(components, { id: 'Institution' })
type Institution = z.infer<typeof Institution>

export const institutionList = defineList({
  path: '/municipalities/{slug}/institutions',
  name: 'InstitutionList',
  operation: 'listInstitutions',
  tag: 'municipalities',
  title: 'registry.api.institutions',
  summary: 'Institutions of a municipality as they were on a day',
  description: 'As CSV the columns of `institutions.csv`, then what is known besides, which loading ignores.',
  parameters: {
    on: z.iso
      .date({ error: 'must be a day such as 2024-09-01' })
      .optional()
      .describe('Day on which they existed; without it today.'),
  },
  item: Institution,
  more: { municipality: z.string().describe('Its name in addresses.'), on: day },
  keyOf: ({ key }) => key,
  table: tableOf((item: Institution) => [item], {
    // As `institutions.csv` is read; what follows is computed, and ignored when it is loaded.
    key: (row) => row.key,
    version: (row) => row.version,
    registration_number: (row) => row.registrationNumber,
    name_lv: (row) => row.name.lv,
    name_en: (row) => row.name.en,
    short_name_lv: (row) => row.shortName?.lv,
    short_name_en: (row) => row.shortName?.en,
    type: (row) => row.type?.code,
    legal_form_lv: (row) => row.legalForm?.lv,
    legal_form_en: (row) => row.legalForm?.en,
    founder_kind: (row) => row.founder.kind,
    founder_lv: (row) => row.founder.name?.lv,
    founder_en: (row) => row.founder.name?.en,
    valid_from: (row) => row.validFrom,
    valid_to: (row) => row.validTo,
    reason_lv: (row) => row.reason?.lv,
    reason_en: (row) => row.reason?.en,
    end_reason_lv: (row) => row.endReason?.lv,
    end_reason_en: (row) => row.endReason?.en,
    source: (row) => row.source,
    locator: (row) => row.locator,
    type_lv: (row) => row.type?.name.lv,
    type_en: (row) => row.type?.name.en,
    presence: (row) => row.presence,
    stages: (row) => row.stages.join('; '),
    sites: (row) => row.sites.map(({ key }) => key).join('; '),
    programmes: (row) => row.programmes.map(({ key }) => key).join('; '),
    predecessors: (row) => row.predecessors.map(({ institution }) => institution).join('; '),
    successors: (row) => row.successors.map(({ institution }) => institution).join('; '),
  }),
  file: async ({ tx, path }) => {
    const municipality = await findMunicipality(tx, path.slug ?? '')
    return {
      ...(municipality ? { sources: await findSourceTitles(tx, municipality.id) } : {}),
      pageOf: ({ key }: Institution) => `/${municipality?.slug}/iestades/${encodeURIComponent(key)}`,
    }
  },
  find: async ({ tx, path, query, noteGenerated }) => {
    const municipality = await findMunicipality(tx, path.slug ?? '')
    if (!municipality) return undefined
    noteGenerated(municipality.isGenerated)
    const on = query.on ?? today()
    const { network, there, notSaid } = await readInstitutions(tx, municipality.id, on)
    const items = [
      ...there.map((one) => show(one, 'there', network)),
      ...notSaid.map((one) => show(one, 'notSaid', network)),
    ]
    return { municipality: municipality.slug, on, asOf: null, items }
  },
})

function show(
  { institution, version, sites, programmes }: Described,
  presence: Institution['presence'],
  network: Network,
): Institution {
  const { key, registrationNumber } = institution
  const stages = new Set(programmes.flatMap((programme) => programme.stage ?? []))
  const { type, ...rest } = version
  return {
    key,
    registrationNumber,
    ...rest,
    type: type && { code: type.code, name: type.name },
    presence,
    stages: EDUCATION_STAGES.filter((one) => stages.has(one)),
    sites: sites.map(({ institution: _, ...site }) => site),
    programmes: programmes.map(({ institution: _, ...programme }) => programme),
    predecessors: predecessorsOf(network, key).map(({ from, to: _, ...link }) => ({
      institution: from,
      ...link,
    })),
    successors: successorsOf(network, key).map(({ from: _, to, ...link }) => ({ institution: to, ...link })),
  }
}
