import { z } from 'zod'
import { findMunicipalityNames } from '#modules/registry.server'
import { components } from '#platform/api/components.ts'
import { type Asked, defineList, type Endpoint } from '#platform/api/endpoint.ts'
import { Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { FINDINGS_ADDRESS } from '../address.ts'
import type { Family, Place } from '../family.ts'
import { type FindingFilter, filterFindings } from '../filter.ts'
import { type GatheredFinding, gatherFindings, startReading } from '../gather.ts'
import { findKept, findKeptAnchors } from '../kept-store.server.ts'
import { SAYINGS, STATES } from '../life.ts'
import { type FindingSubject, SEVERITIES } from '../model.ts'

type Definition<Shape extends z.ZodRawShape, More extends z.ZodRawShape> = {
  path: string
  /** Its name among the shapes of the description, and that of the operation. */
  name: string
  operation: string
  tag: string
  summary: string
  title: Endpoint['title']
  parameters: Shape
  /** What the answer says besides the findings. */
  more: More
  /**
   * Whose findings are asked for, in which state of which strategy unless it is the newest of the current one;
   * undefined when the path names nothing.
   */
  locate: (
    asked: Asked<Shape>,
  ) => Promise<{ place: Place; asOf: Date | null; more: z.output<z.ZodObject<More>> } | undefined>
}

/** The findings of a place as a list of the public API, with the filters of the page of findings. */
export function createFindingList<Shape extends z.ZodRawShape, More extends z.ZodRawShape>(
  families: readonly Family[],
  { locate, parameters, ...definition }: Definition<Shape, More>,
): Endpoint {
  const names = families.map(({ name }) => name)
  const codes = [...new Set(families.flatMap(({ rules }) => rules.map(({ code }) => code)))]
  const facets = families.flatMap((family) => family.facets.map(({ name }) => name))
  const Finding = findingShape(families)
  type Finding = z.infer<typeof Finding>
  return defineList({
    ...definition,
    parameters: {
      ...parameters,
      severity: someOf(SEVERITIES).describe('How much it weighs, or several with commas between.'),
      family: someOf(names).describe('Which data the rule looks at, or several with commas between.'),
      code: someOf(codes).describe('Code of a rule, or several with commas between.'),
      ...Object.fromEntries(
        facets.map((facet) => [
          facet,
          z
            .string()
            .optional()
            .describe(`Code of the ${facet} that it is about, or several with commas between.`),
        ]),
      ),
      state: someOf(STATES).describe(
        'Whether the department has answered, and how; or several with commas between.',
      ),
      q: z.string().optional().describe('Words that occur in the explanation.'),
    },
    item: Finding,
    keyOf: (finding) => finding.id,
    table: tableOf((finding: Finding) => [finding], {
      id: (row) => row.id,
      code: (row) => row.code,
      title_lv: (row) => row.title.lv,
      title_en: (row) => row.title.en,
      severity: (row) => row.severity,
      family: (row) => row.family,
      subjects: (row) => row.subjects.map((subject) => writeSubject(subject as FindingSubject)).join('; '),
      explanation_lv: (row) => row.explanation.lv,
      explanation_en: (row) => row.explanation.en,
      pages: (row) => row.pages.join('; '),
      state: (row) => row.state,
      response: (row) => row.response?.kind,
      response_on: (row) => row.response?.on,
      response_earlier: (row) => row.response && (row.response.isEarlier ? 'yes' : 'no'),
      response_lv: (row) => row.response?.words?.lv,
      response_en: (row) => row.response?.words?.en,
      ...Object.fromEntries(
        facets.map((facet) => [`${facet}s`, (row: Finding) => row.belongsTo[facet]?.join('; ')]),
      ),
    }),
    file: async (asked) => {
      const located = await locate(asked as unknown as Asked<Shape>)
      const slugs = await findMunicipalityNames(asked.tx)
      const place = `/${slugs.get(located?.place.municipalityId ?? '') ?? ''}`
      return { pageOf: ({ pages }: Finding) => `${place}${pages[0] ?? FINDINGS_ADDRESS}` }
    },
    find: async (asked) => {
      const located = await locate(asked as unknown as Asked<Shape>)
      if (!located) return undefined
      const query = asked.query as Record<string, string | undefined>
      const several = (name: string) => query[name]?.split(BETWEEN)
      const filter = {
        ...Object.fromEntries(['severity', 'family', 'code', 'state'].map((name) => [name, several(name)])),
        text: query.q,
        belongsTo: Object.fromEntries(facets.map((facet) => [facet, several(facet)])),
      }
      const { place, asOf, more } = located
      return { ...more, asOf, ...(await holdFindings(asked.tx, families, place, filter)) }
    },
  })
}

/** Findings of the newest state of the current strategy are kept; in any other they are looked for. */
async function holdFindings(
  tx: DatabaseTransaction,
  families: readonly Family[],
  place: Place,
  filter: FindingFilter,
) {
  const { municipalityId, strategy, asOf } = place
  if (asOf === undefined && strategy === undefined) {
    const keys = await findKeptAnchors(tx, municipalityId, filter)
    const load = async (anchors: readonly string[]) =>
      (await findKept(tx, municipalityId, families, { anchors })).map(showFinding)
    return { keys, load }
  }
  const gathered = (await gatherFindings(startReading(tx, place), families)) ?? []
  return { items: filterFindings(gathered, filter).map(showFinding) }
}

/** Between several values; in a name a comma has a space behind it. */
const BETWEEN = /,(?=\S)/

function someOf(choices: readonly string[]) {
  const one = `(?:${choices.join('|')})`
  const error = `must be one of ${choices.join(', ')}, or several of them with commas between`
  return z
    .union([z.enum(choices), z.string().regex(new RegExp(`^${one}(?:,${one})*$`))], { error })
    .optional()
}

/** Lists of the same families share their shapes, which have one name each. */
const shapes = new Map<string, ReturnType<typeof describeFinding>>()

function findingShape(families: readonly Family[]) {
  const key = families.map(({ name }) => name).join()
  const shape = shapes.get(key) ?? describeFinding(families)
  shapes.set(key, shape)
  return shape
}

function describeFinding(families: readonly Family[]) {
  const kinds = families.flatMap((family) =>
    Object.entries(family.kinds).map(([kind, shape]) => z.object({ kind: z.literal(kind), ...shape })),
  )
  const Subject = z
    .discriminatedUnion('kind', kinds as [(typeof kinds)[number], ...typeof kinds])
    .describe('What a finding is about.')
    .register(components, { id: 'FindingSubject' })
  return z
    .object({
      id: z.string().describe('The rule’s code and a number. The same data give the same ids.'),
      code: z.string().describe('Stable code of the rule.'),
      title: Local.describe('What the rule calls it.'),
      severity: z
        .enum(SEVERITIES)
        .describe('It contradicts itself; it prevents judging; it is worth knowing.'),
      family: z.string().describe('Which data the rule looks at.'),
      subjects: z.array(Subject),
      explanation: Local.describe('Whole sentences with the figures that were looked at.'),
      pages: z.array(z.string()).describe('Pages of the subjects, below the address of the municipality.'),
      belongsTo: z
        .record(z.string(), z.array(z.string()))
        .describe('Codes that the subjects belong to, by kind: goals, indicators, actions.'),
      state: z
        .enum(STATES)
        .describe(
          'Nobody has answered, or what the education department said: why it is so, why it may stay so, that its cause is mended. Of an earlier state of the data answers are not told.',
        ),
      response: Response.nullable().describe(
        'What the education department says; its words, not those of the rule.',
      ),
    })
    .register(components, { id: 'Finding' })
}

const Response = z
  .object({
    kind: z.enum(SAYINGS),
    words: z
      .object({ lv: z.string(), en: z.string().nullable() })
      .nullable()
      .describe('Null where the words could tell of a covered figure.'),
    on: z.iso.date(),
    isEarlier: z.boolean().describe('Said before the data had stopped showing the finding for a while.'),
  })
  .register(components, { id: 'FindingResponse' })

const showFinding = ({ anchor, subjects, belongsTo, life, isCovered, ...finding }: GatheredFinding) => ({
  ...finding,
  ...showLife(life),
  id: anchor,
  subjects: subjects.map(({ subject }) => subject),
  pages: [...new Set(subjects.map(({ address }) => address))],
  belongsTo: Object.fromEntries(Object.entries(belongsTo).map(([facet, codes]) => [facet, [...codes]])),
})

function showLife(life: GatheredFinding['life']) {
  if (!life?.response) return { state: life?.state ?? ('open' as const), response: null }
  const { saying, ...response } = life.response
  return { state: life.state, response: { kind: saying, ...response } }
}

/** `indicator 14`, `series 14/preschool 14 2024/2025`: a kind and then what identifies it. */
function writeSubject({ kind, ...names }: FindingSubject): string {
  return [kind, ...Object.values(names)].join(' ')
}
