import { z } from 'zod'
import { linkSubjects, startReading } from '#modules/findings'
import { figuresApi } from '#modules/indicators.server'
import { citedShape, officialShape } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { day, Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { CLAIM_VERDICTS, checkClaims, claimSubjects } from '../claims.ts'
import { readClaimData } from '../current-strategy.server.ts'
import { CLAIM_KINDS } from '../model.ts'
import { knownFamilies, readFindings } from '../read-findings.server.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { claimAddress } from '../subjects.ts'
import { strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'
import { readStrategy } from './read-strategy.server.ts'

const Goal = z
  .object({
    code: z.string(),
    title: Local.describe('Short, in our words.'),
    official: officialShape,
    aim: Local.nullable(),
    directions: z.array(z.object({ code: z.string(), title: Local, official: officialShape })),
    ...citedShape,
  })
  .register(components, { id: 'Goal' })
type Goal = z.infer<typeof Goal>

export const goalList = defineList({
  path: '/strategies/{id}/goals',
  name: 'GoalList',
  operation: 'listGoals',
  tag: 'strategies',
  title: 'strategy.api.goals',
  summary: 'Goals of a strategy with their directions',
  parameters: figuresApi.figureParameters,
  item: Goal,
  more: { strategy: strategyId },
  keyOf: ({ code }) => code,
  table: tableOf((goal: Goal) => [goal], {
    code: (row) => row.code,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    official_lv: (row) => row.official?.lv,
    official_en: (row) => row.official?.en,
    aim_lv: (row) => row.aim?.lv,
    aim_en: (row) => row.aim?.en,
    directions: (row) => row.directions.map(({ code }) => code).join('; '),
    source: (row) => row.source,
    locator: (row) => row.locator,
  }),
  file: planFile(() => '/strategija'),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const items = state.tree.goals.map(({ code, short: title, official, aim, directions, ...goal }) => ({
      code,
      title,
      official,
      aim,
      directions: directions.map((one) => ({ code: one.code, title: one.short, official: one.official })),
      source: goal.source,
      locator: goal.locator,
    }))
    return { strategy: state.summary.key, asOf: state.asOf, items }
  },
})

const Programme = z
  .object({
    code: z.string(),
    title: Local,
    state: z.enum(['written', 'planned']).describe('`planned`: promised by an action and not written yet.'),
    promisedBy: z.string().nullable().describe('Code of the action that promises it.'),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    aim: Local.nullable(),
    progress: Local.nullable(),
    links: z
      .array(z.object({ direction: z.string(), link: z.enum(['yes', 'no', 'unknown']) }))
      .describe('Which directions it serves; unknown is never “no”.'),
    ...citedShape,
  })
  .register(components, { id: 'Programme' })
type Programme = z.infer<typeof Programme>
const served = ({ links }: Programme, wanted: 'yes' | 'unknown') =>
  links.flatMap(({ direction, link }) => (link === wanted ? direction : [])).join('; ')

export const programmeList = defineList({
  path: '/strategies/{id}/programmes',
  name: 'ProgrammeList',
  operation: 'listProgrammes',
  tag: 'strategies',
  title: 'strategy.api.programmes',
  summary: 'Action programmes of a strategy, and which directions each serves',
  parameters: figuresApi.figureParameters,
  item: Programme,
  more: { strategy: strategyId },
  keyOf: ({ code }) => code,
  table: tableOf((programme: Programme) => [programme], {
    code: (row) => row.code,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    state: (row) => row.state,
    promised_by: (row) => row.promisedBy,
    starts_on: (row) => row.startsOn,
    ends_on: (row) => row.endsOn,
    aim_lv: (row) => row.aim?.lv,
    aim_en: (row) => row.aim?.en,
    progress_lv: (row) => row.progress?.lv,
    progress_en: (row) => row.progress?.en,
    directions: (row) => served(row, 'yes'),
    directions_unknown: (row) => served(row, 'unknown'),
    source: (row) => row.source,
    locator: (row) => row.locator,
  }),
  file: planFile(({ code }: Programme) => `/programmas#programme-${code}`),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const programmes = 'programmes' in state.tree ? state.tree.programmes : []
    const items = programmes.map(
      ({ position, links, ...programme }): Programme => ({
        ...programme,
        links: links.map(({ direction, link }) => ({ direction, link })),
      }),
    )
    return { strategy: state.summary.key, asOf: state.asOf, items }
  },
})

const Claim = z
  .object({
    key: z.string(),
    kind: z.enum(CLAIM_KINDS),
    text: Local.describe('What the document says, in our words.'),
    official: officialShape,
    answer: z.enum(CLAIM_VERDICTS).describe('What the data answer; computed, never typed in.'),
    isCovered: z.boolean().describe('It rests on figures about few people, which are not shown.'),
    subjects: z.array(z.string()).describe('Series keys, or what is counted or ranked.'),
    findings: z.array(z.string()).describe('Codes of the rules that say why.'),
    ...citedShape,
  })
  .register(components, { id: 'Claim' })
type Claim = z.infer<typeof Claim>

export const claimList = defineList({
  path: '/strategies/{id}/claims',
  name: 'ClaimList',
  operation: 'listClaims',
  tag: 'strategies',
  title: 'strategy.api.claims',
  summary: 'What the documents of a strategy claim in words, with what the data answer',
  parameters: {
    ...figuresApi.figureParameters,
    answer: z
      .enum(CLAIM_VERDICTS, `must be one of ${CLAIM_VERDICTS.join(', ')}`)
      .optional()
      .describe('Only claims with this answer.'),
  },
  item: Claim,
  more: { strategy: strategyId },
  keyOf: ({ key }) => key,
  table: tableOf((claim: Claim) => [claim], {
    key: (row) => row.key,
    kind: (row) => row.kind,
    text_lv: (row) => row.text.lv,
    text_en: (row) => row.text.en,
    official_lv: (row) => row.official?.lv,
    official_en: (row) => row.official?.en,
    answer: (row) => row.answer,
    is_covered: (row) => (row.isCovered ? 'yes' : 'no'),
    subjects: (row) => row.subjects.join('; '),
    findings: (row) => row.findings.join('; '),
    source: (row) => row.source,
    locator: (row) => row.locator,
  }),
  file: planFile(({ key }: Claim) => claimAddress(key)),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { tx, query } = asked
    const { municipalityId, key } = state.summary
    const current = await findCurrentStrategy(tx, municipalityId)
    const strategy = current?.key === key ? undefined : key
    const reading = startReading(tx, { municipalityId, strategy, asOf: state.earlier })
    const data = await readClaimData(reading)
    if (!data) return { strategy: key, asOf: state.asOf, items: [] }
    const findings = await readFindings(reading, { kinds: ['claim'] })
    const linkOf = await linkSubjects(reading, knownFamilies, claimSubjects(data))
    const items = checkClaims(data, findings, linkOf)
      .filter(({ verdict }) => query.answer === undefined || verdict === query.answer)
      .map(
        ({ claim, verdict, isCovered, findings: about }): Claim => ({
          key: claim.key,
          kind: claim.kind,
          text: claim.text,
          official: claim.official,
          answer: verdict,
          isCovered,
          subjects: claim.subjects,
          findings: [...new Set(about.map(({ code }) => code))],
          source: claim.source,
          locator: claim.locator,
        }),
      )
    return { strategy: key, asOf: state.asOf, items }
  },
})
