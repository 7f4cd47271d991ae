import { z } from 'zod'
import { findMunicipality } from '#modules/registry.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { publicAddressOf } from '../addresses.ts'
import { findCallForms, findCalls } from '../calls/call-store.server.ts'
import { CALL_KINDS, type CallForm, type DataCall, ELEMENT_KINDS, SEVERITIES } from '../model.ts'

const instant = z.iso.datetime()

const DataCallShape = z
  .object({
    key: z.string().describe('What it is called in addresses; the same for good.'),
    kind: z.enum(CALL_KINDS),
    state: z.enum(['open', 'withdrawn']),
    title: Local,
    purpose: Local,
    legalBasis: Local,
    use: Local.describe('What is done with the answers.'),
    period: z.string().describe('Period that the answers are about.'),
    opensAt: instant,
    dueAt: instant.describe('The last instant in time.'),
    locksAt: instant.describe('From this instant on only corrections.'),
    estimatedMinutes: z.int().min(1),
    audience: z
      .object({
        types: z.array(z.string()).describe('Codes of types of institutions.'),
        institutions: z.array(z.string()).describe('Keys of institutions.'),
        places: z.array(z.string()).describe('Texts that the address of a site contains.'),
      })
      .describe('Who is asked; what it lists is added together, and empty lists ask everybody.'),
    elements: z
      .array(
        z.object({
          key: z.string(),
          name: Local,
          help: Local.nullable(),
          kind: z.enum(ELEMENT_KINDS),
          unit: z.string().nullable(),
          isRequired: z.boolean(),
          isMinimum: z.boolean().describe('Whether it belongs to the agreed minimum of data.'),
          reason: Local.nullable().describe('Why it is asked though it does not.'),
          isAboutPeople: z.boolean(),
        }),
      )
      .describe('What is asked, as it was when the call opened.'),
    checks: z.array(
      z.object({
        key: z.string(),
        expression: z.string(),
        severity: z.enum(SEVERITIES),
        message: Local,
      }),
    ),
  })
  .describe('What a municipality asks of its institutions.')
  .register(components, { id: 'DataCall' })
type DataCallShape = z.infer<typeof DataCallShape>

export const dataCallList = defineList({
  path: '/municipalities/{slug}/data-calls',
  name: 'DataCallList',
  operation: 'listDataCalls',
  tag: 'municipalities',
  title: 'collection.api.calls',
  summary: 'Data calls of a municipality that are open or past',
  description:
    'What is asked of institutions, why, of whom, by when and how long it takes; never what they answer.',
  parameters: {},
  item: DataCallShape,
  more: { municipality: z.string().describe('Its name in addresses.') },
  keyOf: ({ key }) => key,
  table: tableOf((item: DataCallShape) => [item], {
    key: (row) => row.key,
    kind: (row) => row.kind,
    state: (row) => row.state,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    purpose_lv: (row) => row.purpose.lv,
    purpose_en: (row) => row.purpose.en,
    legal_basis_lv: (row) => row.legalBasis.lv,
    legal_basis_en: (row) => row.legalBasis.en,
    use_lv: (row) => row.use.lv,
    use_en: (row) => row.use.en,
    period: (row) => row.period,
    opens_at: (row) => row.opensAt,
    due_at: (row) => row.dueAt,
    locks_at: (row) => row.locksAt,
    estimated_minutes: (row) => row.estimatedMinutes,
    types: (row) => row.audience.types.join('; '),
    institutions: (row) => row.audience.institutions.join('; '),
    places: (row) => row.audience.places.join('; '),
    elements: (row) => row.elements.map(({ key }) => key).join('; '),
    checks: (row) => row.checks.map(({ expression }) => expression).join('; '),
  }),
  file: async ({ path }) => ({
    pageOf: ({ key, kind }: DataCallShape) => publicAddressOf(path.slug ?? '', { key, kind }),
  }),
  find: async ({ tx, path, noteGenerated }) => {
    const municipality = await findMunicipality(tx, path.slug ?? '')
    if (!municipality) return undefined
    noteGenerated(municipality.isGenerated)
    const calls = (await findCalls(tx, municipality.id)).filter(({ state }) => state !== 'draft')
    const forms = await findCallForms(tx, municipality.id)
    const items = calls.map((call) => show(call, forms.get(call.id) ?? { elements: [], checks: [] }))
    return { municipality: municipality.slug, asOf: null, items }
  },
})

function show(call: DataCall, form: CallForm): DataCallShape {
  const { key, kind, title, purpose, legalBasis, use, period, estimatedMinutes, audience } = call
  return {
    key,
    kind,
    state: call.state === 'withdrawn' ? 'withdrawn' : 'open',
    title,
    purpose,
    legalBasis,
    use,
    period,
    opensAt: call.opensAt.toISOString(),
    dueAt: call.dueAt.toISOString(),
    locksAt: call.locksAt.toISOString(),
    estimatedMinutes,
    audience: {
      types: [...audience.types],
      institutions: [...audience.institutions],
      places: [...audience.places],
    },
    elements: form.elements.map((one) => ({
      key: one.key,
      name: one.name,
      help: one.help,
      kind: one.kind,
      unit: one.unit,
      isRequired: one.isRequired,
      isMinimum: one.isMinimum,
      reason: one.reason,
      isAboutPeople: one.isAboutPeople,
    })),
    checks: form.checks.map(({ position, ...check }) => check),
  }
}
