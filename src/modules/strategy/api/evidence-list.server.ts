import { z } from 'zod'
import { figuresApi } from '#modules/indicators.server'
import { defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import { actionsOf } from '../model.ts'
import { EvidenceShown, readShownEvidence } from './evidence-shape.server.ts'
import { strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'
import { readStrategy } from './read-strategy.server.ts'

const Item = EvidenceShown.extend({ action: z.string().describe('Code of the action.') })
type Item = z.infer<typeof Item>

export const evidenceList = defineList({
  path: '/strategies/{id}/evidence',
  name: 'EvidenceList',
  operation: 'listEvidence',
  tag: 'strategies',
  title: 'strategy.api.evidence',
  summary: 'What shows how far actions have come: links and files, in the form in which they are loaded',
  description: 'As CSV the columns of `action-evidence.csv`.',
  parameters: {
    ...figuresApi.figureParameters,
    action: z.string().optional().describe('Code of an action; only its evidence.'),
  },
  item: Item,
  more: { strategy: strategyId },
  keyOf: ({ action, code }) => `${action}/${code}`,
  table: tableOf((item: Item) => [item], {
    action: (row) => row.action,
    code: (row) => row.code,
    as_of: (row) => row.asOf,
    kind: (row) => row.kind,
    title_lv: (row) => row.title.lv,
    title_en: (row) => (row.isTranslated ? row.title.en : null),
    url: (row) => row.url,
    institution: (row) => row.institution,
    works: (row) => row.works,
    done_on: (row) => row.doneOn,
    source: (row) => row.source,
    locator: (row) => row.locator,
    file: (row) => row.file,
  }),
  file: planFile(({ action }: Item) => `/ricibas-plans/${encodeURIComponent(action)}`),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { action: only } = asked.query
    const codes = actionsOf(state.tree).map(({ code }) => code)
    if (only !== undefined && !codes.includes(only)) asked.complain('action', 'must be the code of an action')
    const evidenceOf = await readShownEvidence(asked.tx, state)
    const items = codes
      .filter((code) => only === undefined || code === only)
      .flatMap((action) => evidenceOf(action).map((one): Item => ({ action, ...one })))
    return { strategy: state.summary.key, asOf: state.asOf, items }
  },
})
