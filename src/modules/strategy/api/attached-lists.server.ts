import { z } from 'zod'
import { startReading } from '#modules/findings'
import { figuresApi, readIndicatorNames } from '#modules/indicators.server'
import { defineList, type Endpoint } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import type { CsvCell } from '#platform/csv.ts'
import type { Column } from '#platform/import/column.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { type AttachedList, findAttachedCells } from '../accountability/attached-store.server.ts'
import { accountabilitySheets } from '../accountability/sheets.ts'
import { strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'
import { readStrategy } from './read-strategy.server.ts'

type Described = {
  list: AttachedList
  sheet: keyof typeof accountabilitySheets
  /** Last part of the address. */
  path: string
  title: TextKey
  summary: string
}

const LISTS: readonly Described[] = [
  {
    list: 'parties',
    sheet: 'actionParties',
    path: 'parties',
    title: 'strategy.api.parties',
    summary: 'Who takes part in actions, and what each of them does',
  },
  {
    list: 'milestones',
    sheet: 'actionMilestones',
    path: 'milestones',
    title: 'strategy.api.milestones',
    summary: 'Milestones and deliverables of actions, with their days',
  },
  {
    list: 'funding',
    sheet: 'actionFunding',
    path: 'funding',
    title: 'strategy.api.funding',
    summary: 'Funding of actions by source, in euros; a sum that is not known is null, never 0',
  },
  {
    list: 'works',
    sheet: 'actionWorks',
    path: 'works',
    title: 'strategy.api.works',
    summary: 'Works on buildings and grounds that actions are about',
  },
  {
    list: 'risks',
    sheet: 'risks',
    path: 'risks',
    title: 'strategy.api.risks',
    summary: 'The register of risks; a degree that nobody has judged is null, which is not low',
  },
  {
    list: 'riskLinks',
    sheet: 'riskLinks',
    path: 'risk-links',
    title: 'strategy.api.riskLinks',
    summary: 'What risks and external factors hit',
  },
  {
    list: 'nationalLinks',
    sheet: 'nationalLinks',
    path: 'national-links',
    title: 'strategy.api.nationalLinks',
    summary: 'Which goals of national plans are served by what of the strategy',
  },
]

type Item = Readonly<Record<string, string | number | null>>

/** `title_lv` of a file is `titleLv` in an answer. */
const named = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** How a cell of a column is answered. */
function shapeOf({ form, isOptional }: Column<unknown>): z.ZodType<string | number | null> {
  const isNumber = form?.kind === 'whole' || form?.kind === 'decimal'
  const shape =
    form?.kind === 'choice' ? z.enum(form.choices as [string]) : isNumber ? z.number() : z.string()
  return isOptional ? shape.nullable() : shape
}

function attachedList({ list, sheet, path, title, summary }: Described): Endpoint {
  const { columns, key, file } = accountabilitySheets[sheet]
  const names = Object.keys(columns)
  const shapes = Object.entries(columns).map(([name, column]) => [named(name), shapeOf(column)])
  const operation = sheet.charAt(0).toUpperCase() + sheet.slice(1)
  return defineList({
    path: `/strategies/{id}/${path}`,
    name: `${operation}List`,
    operation: `list${operation}`,
    tag: 'strategies',
    title,
    summary,
    description: `As CSV the columns of \`${file}\`.`,
    parameters: figuresApi.figureParameters,
    item: z.object(Object.fromEntries(shapes)) as unknown as z.ZodType<Item>,
    more: { strategy: strategyId },
    keyOf: (item: Item) => key.map((column) => item[named(column)]).join('/'),
    table: tableOf(
      (item: Item) => [item],
      Object.fromEntries(names.map((name) => [name, (item: Item): CsvCell => item[named(name)] ?? null])),
    ),
    file: planFile((item: Item) =>
      typeof item.action === 'string' ? `/ricibas-plans/${encodeURIComponent(item.action)}` : '/strategija',
    ),
    find: async (asked) => {
      const state = await readStrategy(asked)
      if (!state) return undefined
      const { municipalityId, id: strategyId, key: strategy } = state.summary
      const { sourceKeys, earlier: asOf } = state
      const indicators =
        list === 'riskLinks'
          ? await readIndicatorNames(startReading(asked.tx, { municipalityId, strategy }))
          : []
      const rows = await findAttachedCells(asked.tx, { municipalityId, strategyId }, list, {
        asOf,
        sourceKeys,
        codes: new Map(indicators.map(({ id, code }) => [id, code])),
      })
      const items = rows.map(
        (row) => Object.fromEntries(names.map((name) => [named(name), row[name] ?? null])) as Item,
      )
      return { strategy, asOf: state.asOf, items }
    },
  })
}

/** What hangs on a strategy: who does what, with what money, at what risk, and for which national goals. */
export const attachedLists: readonly Endpoint[] = LISTS.map(attachedList)
