import { z } from 'zod'
import type { FindingSubject } from '#modules/indicators'
import { findAllSurveyTables } from '#modules/surveys.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import {
  FAMILIES,
  filterFindings,
  type GatheredFinding,
  gatherFindings,
  rulesOf,
  SEVERITIES,
} from '../../findings.ts'
import { figureParameters } from '../parameters.ts'
import { readFigures, readStrategy } from '../read-strategy.server.ts'
import { Local, strategyId } from '../schemas/shared.ts'

const rules = new Map(FAMILIES.flatMap((family) => rulesOf[family]).map((rule) => [rule.code, rule]))
const codes = [...rules.keys()]

const Subject = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('indicator'), code: z.string() }),
    z.object({
      kind: z.literal('series'),
      key: z.string(),
      indicator: z.string(),
      period: z.string().optional(),
      year: z.int().optional(),
    }),
    z.object({ kind: z.literal('action'), code: z.string() }),
    z.object({
      kind: z.literal('strategy'),
      part: z.enum(['decision', 'goal', 'programme', 'programmeLinks']).optional(),
      code: z.string().optional().describe('Code of the goal or programme.'),
    }),
    z.object({ kind: z.literal('claim'), key: z.string() }),
    z.object({ kind: z.literal('source'), key: z.string() }),
    z.object({ kind: z.literal('surveyGroup'), survey: z.string(), group: z.string() }),
    z.object({
      kind: z.literal('surveyItem'),
      survey: z.string(),
      item: z.string(),
      group: z.string().optional(),
    }),
  ])
  .describe('What a finding is about.')
  .register(components, { id: 'FindingSubject' })

const Finding = z
  .object({
    id: z.string().describe('The rule’s code and a number. The same data give the same ids.'),
    code: z.string().describe('Stable code of the rule.'),
    title: Local.describe('What the rule calls it.'),
    severity: z
      .enum(['contradiction', 'obstacle', 'notice'])
      .describe('It contradicts itself; it prevents judging; it is worth knowing.'),
    family: z.enum(FAMILIES).describe('Which data the rule looks at.'),
    subjects: z.array(Subject),
    explanation: Local.describe('Whole sentences with the figures that were looked at.'),
  })
  .register(components, { id: 'Finding' })
type Finding = z.infer<typeof Finding>

export const findingList = defineList({
  path: '/strategies/{id}/findings',
  name: 'FindingList',
  operation: 'listFindings',
  tag: 'strategies',
  summary: 'What a strategy’s data say about themselves: contradictions, obstacles to judging, notices',
  parameters: {
    ...figureParameters,
    severity: z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`).optional(),
    code: z
      .enum(codes, `must be one of ${codes.join(', ')}`)
      .optional()
      .describe('Code of a rule.'),
  },
  item: Finding,
  more: { strategy: strategyId },
  keyOf: (finding) => finding.id,
  table: tableOf((finding: Finding) => [finding], {
    id: (row) => row.id,
    code: (row) => row.code,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    severity: (row) => row.severity,
    family: (row) => row.family,
    subjects: (row) => row.subjects.map(writeSubject).join('; '),
    explanation_lv: (row) => row.explanation.lv,
    explanation_en: (row) => row.explanation.en,
  }),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const set = await readFigures(asked.tx, state)
    const asOf = state.asOf ?? undefined
    const surveyTables = await findAllSurveyTables(asked.tx, state.summary.municipalityId, { asOf })
    const findings = gatherFindings({ tree: state.tree, set, surveyTables })
    const items = filterFindings(findings, asked.query).map(showFinding)
    return { strategy: state.summary.key, asOf: state.asOf, items }
  },
})

function showFinding({ anchor, code, severity, family, subjects, explanation }: GatheredFinding): Finding {
  const title = rules.get(code)?.title ?? { lv: code, en: code }
  return { id: anchor, code, title, severity, family, subjects, explanation }
}

/** `indicator 14`, `series 14/preschool 2024/2025`: a kind and then what identifies it. */
function writeSubject({ kind, ...names }: Finding['subjects'][number] | FindingSubject): string {
  return [kind, ...Object.values(names)].join(' ')
}
