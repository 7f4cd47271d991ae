import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { keys, optionalDate, optionalOneOf, optionalText, text } from '#platform/import/columns.ts'
import { ITEM_PROGRESS, type PlanItem } from './model.ts'

/** How a task's fields are read, typed into a form or into a workbook. */
export const ITEM_COLUMNS = {
  goal: optionalText,
  task: text,
  starts_on: optionalDate,
  due_on: optionalDate,
  responsible: optionalText,
  expected: optionalText,
  actions: keys,
  own_need: optionalText,
  indicators: keys,
  progress: optionalOneOf(ITEM_PROGRESS),
  achieved: optionalText,
} as const

export type ItemColumn = keyof typeof ITEM_COLUMNS
export const ITEM_COLUMN_NAMES = Object.keys(ITEM_COLUMNS) as ItemColumn[]

/** Longest text of a field, in characters. */
export const LONGEST = 2000

/** A task as it is written: all that a person says of it. */
export type WrittenItem = Omit<PlanItem, 'id' | 'number' | 'carriedFrom' | 'version'>

/** What each column says of a task. */
export const FIELD_OF = {
  goal: 'goal',
  task: 'task',
  starts_on: 'startsOn',
  due_on: 'dueOn',
  responsible: 'responsible',
  expected: 'expected',
  actions: 'actions',
  own_need: 'ownNeed',
  indicators: 'indicators',
  progress: 'progress',
  achieved: 'achieved',
} as const satisfies Record<ItemColumn, keyof WrittenItem>

/** What can be named in a task: the strategy's actions and indicators, by their codes. */
export type Known = { actions: ReadonlySet<string>; indicators: ReadonlySet<string> }

/** A task's fields as they would be typed. */
export const cellsOf = (item: WrittenItem): Record<ItemColumn, string> => ({
  goal: item.goal ?? '',
  task: item.task,
  starts_on: item.startsOn ?? '',
  due_on: item.dueOn ?? '',
  responsible: item.responsible ?? '',
  expected: item.expected ?? '',
  actions: item.actions.join(';'),
  own_need: item.ownNeed ?? '',
  indicators: item.indicators.join(';'),
  progress: item.progress ?? '',
  achieved: item.achieved ?? '',
})

type Values = {
  [Name in ItemColumn]?: string | null | readonly string[] | undefined
}

/** A task from fields that could all be read. */
export function writtenOf(values: Values): WrittenItem {
  const text = (name: ItemColumn) => (values[name] as string | null | undefined) ?? null
  const list = (name: ItemColumn) => (values[name] as readonly string[] | null | undefined) ?? []
  return {
    goal: text('goal'),
    task: text('task') ?? '',
    startsOn: text('starts_on'),
    dueOn: text('due_on'),
    responsible: text('responsible'),
    expected: text('expected'),
    achieved: text('achieved'),
    progress: text('progress') as WrittenItem['progress'],
    actions: list('actions'),
    ownNeed: text('own_need'),
    indicators: list('indicators'),
  }
}

/** What in a task contradicts itself or names what is not there, by its fields; nothing is passed over. */
export function complaintsOfItem(values: Values, known: Known): Complaints {
  const complaints: Partial<Record<ItemColumn, Complaint[]>> = {}
  const item = writtenOf(values)
  const strange = item.actions.filter((code) => !known.actions.has(code))
  if (strange.length > 0)
    complaints.actions = [
      { reason: 'strategy.alignment.wrong.action', values: { codes: strange.join(', ') } },
    ]
  const unknown = item.indicators.filter((code) => !known.indicators.has(code))
  if (unknown.length > 0)
    complaints.indicators = [
      { reason: 'strategy.alignment.wrong.indicator', values: { codes: unknown.join(', ') } },
    ]
  if (item.ownNeed !== null && item.actions.length > 0)
    complaints.own_need = [{ reason: 'strategy.alignment.wrong.both' }]
  if (item.startsOn !== null && item.dueOn !== null && item.dueOn < item.startsOn)
    complaints.due_on = [{ reason: 'strategy.alignment.wrong.order' }]
  for (const name of ITEM_COLUMN_NAMES) {
    const value = values[name]
    if (typeof value === 'string' && [...value].length > LONGEST)
      complaints[name] ??= [{ reason: 'platform.form.long', values: { count: LONGEST } }]
  }
  return complaints
}
