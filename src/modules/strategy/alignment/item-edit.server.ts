import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import { readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { refuse } from '#platform/refuse.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { KEPT_FIELD, keptField, WITHDRAWN } from '../edits/cells.ts'
import { NEW_ITEM, planAddress } from './addresses.ts'
import { holdPlan } from './consult.service.server.ts'
import { cellsOf, complaintsOfItem, ITEM_COLUMNS, LONGEST, writtenOf } from './item-columns.ts'
import { knownOf, type Nameable } from './known.server.ts'
import { ITEM_PROGRESS, type PlanOfWork } from './model.ts'
import { placeOfPlan, writingOf } from './plan-rights.ts'
import { ITEMS, itemRow } from './plan-rows.ts'
import { findItemRow, findPlan, nextNumber } from './plan-store.server.ts'

/** So many actions and indicators can be picked at least, and always one more than there are. */
const FEWEST_PICKED = 3

const PICKED = { actions: 'action', indicators: 'indicator' } as const
type Picked = keyof typeof PICKED

/** How a task is edited: all of it while the plan is a draft, what came of it once the plan is agreed. */
export async function itemEdit(
  tx: DatabaseTransaction,
  { slug, plan, itemId, nameable }: { slug: string; plan: PlanOfWork; itemId: string; nameable: Nameable },
): Promise<Edit> {
  const { municipalityId } = plan
  const isNew = itemId === NEW_ITEM
  const isAgreed = plan.state === 'agreed'
  if (!isNew && !isUuid(itemId)) refuse(404, 'platform.refused.absent')
  if ((plan.state !== 'draft' && !isAgreed) || (isNew && isAgreed))
    refuse(403, 'strategy.alignment.refused.state')
  const found = isNew ? undefined : await findItemRow(tx, municipalityId, plan.id, itemId)
  if (!isNew && !found) refuse(404, 'platform.refused.absent')
  const places = {
    actions: Math.max(FEWEST_PICKED, (found?.actions.length ?? 0) + 1),
    indicators: Math.max(FEWEST_PICKED, (found?.indicators.length ?? 0) + 1),
  }
  return {
    place: placeOfPlan(plan),
    capability: writingOf(plan),
    action: isAgreed ? 'plan.resultsNoted' : 'plan.itemEdited',
    subject: `${plan.key}/${found?.number ?? '+'}`,
    stream: isAgreed ? 'plan' : 'planning',
    isPublic: isAgreed,
    fields: isAgreed ? resultFields : fieldsOf(nameable, places, isNew),
    afterwards: () => planAddress(slug, plan),
    read: async (now) => {
      if (isNew) return { version: 0, values: {} }
      const row = await findItemRow(now, municipalityId, plan.id, itemId)
      if (!row) return undefined
      const kept = row.withdrawn_at ? WITHDRAWN : 'shown'
      return {
        version: row.revision,
        values: { ...spread(cellsOf(asWritten(row)), places), [KEPT_FIELD]: kept },
      }
    },
    write: async (now, change, typed) => {
      await holdPlan(now, plan.id)
      const standing = await findPlan(now, municipalityId, plan.key)
      if (standing?.state !== plan.state) return { '': [{ reason: 'strategy.alignment.refused.state' }] }
      const row = isNew ? undefined : await findItemRow(now, municipalityId, plan.id, itemId)
      if (row && !isAgreed && typed[KEPT_FIELD] === WITHDRAWN) {
        if (row.withdrawn_at) return undefined
        await withdraw(now, change, ITEMS, { ...row })
        change.counts.changed += 1
        return undefined
      }
      const before = row ? cellsOf(asWritten(row)) : undefined
      const cells = isAgreed
        ? { ...before, progress: typed.progress ?? '', achieved: typed.achieved ?? '' }
        : gather(typed, places)
      const { values, complaints } = readCells(ITEM_COLUMNS, cells)
      const all: Complaints = { ...complaintsOfItem(values, knownOf(nameable)), ...complaints }
      if (Object.keys(all).length > 0) return atFields(all)
      const item = {
        ...writtenOf(values),
        id: row?.id ?? uuidv7(),
        number: row?.number ?? (await nextNumber(now, municipalityId, plan.id)),
        carriedFrom: row?.carried_from ?? null,
      }
      const { withdrawn_at, ...kept } = row ? contentOf(row) : { withdrawn_at: undefined }
      await revise(now, change, ITEMS, [{ ...kept, ...itemRow(plan, item) }])
      return undefined
    },
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof findItemRow>>>

const asWritten = (row: Row) => writtenOf(row as never)

const resultFields: readonly EditField[] = [
  choice(
    'progress',
    'strategy.alignment.field.progress',
    ITEM_PROGRESS.map((value) => ({ value, label: `strategy.alignment.progress.${value}` as const })),
  ),
  long('achieved', 'strategy.alignment.field.achieved', { maximumLength: LONGEST }),
]

function fieldsOf(nameable: Nameable, places: Record<Picked, number>, isNew: boolean): EditField[] {
  const ofText = { maximumLength: LONGEST }
  // One action is the rule; the rest stands behind a few words until it is wanted.
  const pick = (name: Picked, options: readonly Option[]) =>
    Array.from({ length: places[name] }, (_, index): EditField => {
      const label = `strategy.alignment.field.${PICKED[name]}` as const
      const field = choice(`${PICKED[name]}_${index + 1}`, label, options, {
        labelValues: { number: index + 1 },
      })
      const isShown = name === 'actions' && index === 0
      return isShown ? field : { ...field, foldedUnder: `strategy.alignment.field.more.${name}` }
    })
  const options = (all: readonly { code: string; title: { lv: string; en: string } }[]) =>
    all.map(({ code, title }) => ({
      value: code,
      label: { lv: `${code} ${title.lv}`, en: `${code} ${title.en}` },
    }))
  return [
    long('goal', 'strategy.alignment.field.goal', ofText),
    long('task', 'strategy.alignment.field.task', { ...ofText, isRequired: true }),
    day('starts_on', 'strategy.alignment.field.starts_on'),
    day('due_on', 'strategy.alignment.field.due_on'),
    line('responsible', 'strategy.alignment.field.responsible', {
      ...ofText,
      hint: 'strategy.alignment.field.responsible.hint',
    }),
    long('expected', 'strategy.alignment.field.expected', ofText),
    ...pick('actions', options(nameable.actions)),
    long('own_need', 'strategy.alignment.field.own_need', {
      ...ofText,
      hint: 'strategy.alignment.field.own_need.hint',
    }),
    ...pick('indicators', options(nameable.indicators)),
    ...resultFields,
    ...(isNew ? [] : [keptField]),
  ]
}

/** Codes of a list each in a field of its own, to be picked. */
function spread(cells: Typed, places: Record<Picked, number>): Typed {
  const { actions = '', indicators = '', ...rest } = cells
  const codes = { actions: actions.split(';'), indicators: indicators.split(';') }
  const picked = (Object.keys(PICKED) as Picked[]).flatMap((name) =>
    Array.from({ length: places[name] }, (_, index) => [
      `${PICKED[name]}_${index + 1}`,
      codes[name][index] ?? '',
    ]),
  )
  return { ...rest, ...Object.fromEntries(picked) }
}

/** The other way; what was picked twice counts once. */
function gather(typed: Typed, places: Record<Picked, number>): Typed {
  const listed = (Object.keys(PICKED) as Picked[]).map((name) => {
    const codes = Array.from(
      { length: places[name] },
      (_, index) => typed[`${PICKED[name]}_${index + 1}`] ?? '',
    )
    return [name, [...new Set(codes.filter((code) => code !== ''))].join(';')]
  })
  return { ...typed, ...Object.fromEntries(listed) }
}

/** What is wrong with a list stands at its first field. */
const atFields = (complaints: Complaints): Complaints =>
  Object.fromEntries(
    Object.entries(complaints).map(([name, found]) => [
      name in PICKED ? `${PICKED[name as Picked]}_1` : name,
      found,
    ]),
  )
