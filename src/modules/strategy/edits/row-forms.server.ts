import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Option } from '#platform/editing/edit.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import type { Complaint } from '#platform/forms/form.ts'
import type { Column } from '#platform/import/column.ts'
import { settleAsked } from '../accountability/asked.server.ts'
import { findAttached } from '../accountability/attached-store.server.ts'
import type { PlanPartKind } from '../accountability/model.ts'
import { strategySheets } from '../sheets.ts'
import { citedFields, officialFields, titleFields } from './cells.ts'
import type { PlanPart } from './parts.ts'
import type { RowForm } from './row-edit.server.ts'
import { findIndicatorIdsOfGoal, findRowsOf, type ListTable, type StoredRow } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'

const codeField = line('code', 'strategy.edit.code', { isRequired: true, hint: 'strategy.edit.code.hint' })
const positionField = line('position', 'strategy.edit.position', {
  isRequired: true,
  hint: 'strategy.edit.position.hint',
})

/** A sheet as forms fill it in: what became of a row is decided with versions of the plan, and never typed here. */
export const sheetOf = <Name extends keyof typeof strategySheets>(name: Name) => {
  const { file, keeping } = strategySheets[name]
  const columns: Readonly<Record<string, Column<unknown>>> = strategySheets[name].columns
  const typed = Object.entries(columns).filter(([column]) => !keeping.includes(column))
  return { name, file, columns: Object.fromEntries(typed) }
}

type Asked = { tx: DatabaseTransaction; scope: PlanScope }

/** Rows of a plan that stand in lists, by the part of the working twin. */
export async function rowFormOf(
  { tx, scope }: Asked,
  part: Exclude<PlanPart, 'koncepcija' | 'raditaji'>,
): Promise<RowForm> {
  const cited = citedFields(scope.documents.options)
  const head = [codeField, positionField, ...titleFields]
  switch (part) {
    case 'merki':
      return {
        table: 'strategy.goal',
        sheet: sheetOf('goals'),
        action: 'goal.edited',
        fields: [
          ...head,
          ...officialFields,
          long('aim_lv', 'strategy.edit.aimLv'),
          long('aim_en', 'strategy.edit.aimEn'),
          ...cited,
        ],
        heldBy: async (now, place, code) => [
          ...held(
            'strategy.edit.held.directions',
            await pointers(now, place, 'strategy.direction', 'goal', code),
          ),
          ...counted(await findIndicatorIdsOfGoal(now, place, code)),
          ...held('strategy.edit.held.claims', await claimsAbout(now, place, code)),
          ...held('strategy.edit.held.attached', await attachedTo(now, place, { kind: 'goal', code })),
        ],
      }
    case 'virzieni':
      return {
        table: 'strategy.direction',
        sheet: sheetOf('directions'),
        action: 'direction.edited',
        fields: [
          codeField,
          choice('goal', 'strategy.edit.goal', await optionsOf(tx, scope, 'strategy.goal'), {
            isRequired: true,
          }),
          positionField,
          ...titleFields,
          ...officialFields,
          ...cited,
        ],
        heldBy: async (now, place, code) => [
          ...held(
            'strategy.edit.held.actions',
            await pointers(now, place, 'strategy.action', 'direction', code),
          ),
          ...held('strategy.edit.held.attached', await attachedTo(now, place, { kind: 'direction', code })),
        ],
      }
    case 'darbibas':
      return actionForm({ tx, scope }, true)
    case 'vertibas':
      return {
        table: 'strategy.value',
        sheet: sheetOf('values'),
        action: 'value.edited',
        fields: [
          ...head,
          long('meaning_lv', 'strategy.edit.meaningLv'),
          long('meaning_en', 'strategy.edit.meaningEn'),
          ...cited,
        ],
      }
    case 'apstakli':
      return {
        table: 'strategy.external_factor',
        sheet: sheetOf('externalFactors'),
        action: 'factor.edited',
        fields: [
          ...head,
          long('effect_lv', 'strategy.edit.effectLv'),
          long('effect_en', 'strategy.edit.effectEn'),
          ...cited,
        ],
        heldBy: async (now, place, code) => {
          const { riskLinks } = await findAttached(now, place)
          const own = riskLinks.filter(({ cause, causeCode }) => cause === 'factor' && causeCode === code)
          return held(
            'strategy.edit.held.attached',
            own.map(({ key }) => key),
          )
        },
      }
    case 'ieteikumi':
      return {
        table: 'strategy.recommendation',
        sheet: sheetOf('recommendations'),
        action: 'recommendation.edited',
        fields: [...head, ...cited],
      }
  }
}

/** What the plan says of an action. */
export async function actionForm({ tx, scope }: Asked, isNew: boolean): Promise<RowForm> {
  return {
    table: 'strategy.action',
    sheet: sheetOf('actions'),
    action: 'action.edited',
    fields: [
      ...(isNew ? [codeField] : []),
      choice('direction', 'strategy.edit.direction', await optionsOf(tx, scope, 'strategy.direction'), {
        isRequired: true,
      }),
      positionField,
      ...titleFields,
      ...officialFields,
      long('deliverable_lv', 'strategy.edit.deliverableLv'),
      long('deliverable_en', 'strategy.edit.deliverableEn'),
      line('responsible', 'strategy.responsible', { hint: 'strategy.edit.responsible.hint' }),
      line('involved', 'strategy.involved'),
      line('funding', 'strategy.funding'),
      day('starts_on', 'strategy.start'),
      day('due_on', 'strategy.due'),
      ...citedFields(scope.documents.options),
    ],
    heldBy: async (now, place, code) => [
      ...held(
        'strategy.edit.held.programmes',
        await pointers(now, place, 'strategy.programme', 'promised_by', code),
      ),
      ...held('strategy.edit.held.attached', await attachedTo(now, place, { kind: 'action', code })),
    ],
    settle: settleAsked,
  }
}

/** What hangs on a part of a plan: links from risks and to national goals, and people, steps, money and works of an action. */
async function attachedTo(
  tx: DatabaseTransaction,
  place: PlanScope,
  part: { kind: PlanPartKind; code: string },
): Promise<string[]> {
  const { riskLinks, nationalLinks, parties, milestones, funding, works } = await findAttached(tx, place)
  const links = [...riskLinks, ...nationalLinks].filter(
    ({ kind, code }) => kind === part.kind && code === part.code,
  )
  const ofAction = [...parties, ...milestones, ...funding, ...works].filter(
    ({ action }) => part.kind === 'action' && action === part.code,
  )
  return [...links.map(({ key }) => key), ...ofAction.map(({ code }) => code)]
}

/** Rows that are shown, to be chosen by their codes. */
export async function optionsOf(
  tx: DatabaseTransaction,
  scope: PlanScope,
  table: ListTable,
): Promise<Option[]> {
  const rows = (await findRowsOf(tx, table, scope)).filter(({ withdrawn_at }) => !withdrawn_at)
  return rows.toSorted(inOrder).map(({ code, title_lv, title_en }) => ({
    value: String(code),
    label: { lv: `${code} ${title_lv}`, en: `${code} ${title_en}` },
  }))
}

const codes = new Intl.Collator('lv', { numeric: true })
const inOrder = (a: StoredRow, b: StoredRow) => codes.compare(String(a.code), String(b.code))

async function pointers(
  tx: DatabaseTransaction,
  place: PlanScope,
  table: ListTable,
  column: string,
  code: string,
): Promise<string[]> {
  const rows = await findRowsOf(tx, table, place)
  return rows.filter((row) => !row.withdrawn_at && row[column] === code).map((row) => String(row.code))
}

/** Claims that count what a goal has. */
async function claimsAbout(tx: DatabaseTransaction, place: PlanScope, code: string): Promise<string[]> {
  const rows = await findRowsOf(tx, 'strategy.claim', place)
  return rows
    .filter(({ withdrawn_at, filter }) => {
      const { goal = '' } = (filter ?? {}) as { goal?: string }
      return !withdrawn_at && goal.split('+').includes(code)
    })
    .map(({ key }) => String(key))
}

type HeldKey =
  | 'strategy.edit.held.directions'
  | 'strategy.edit.held.actions'
  | 'strategy.edit.held.programmes'
  | 'strategy.edit.held.claims'
  | 'strategy.edit.held.attached'
const held = (reason: HeldKey, by: readonly string[]): Complaint[] =>
  by.length === 0 ? [] : [{ reason, values: { codes: by.join(', ') } }]

const counted = (by: readonly unknown[]): Complaint[] =>
  by.length === 0 ? [] : [{ reason: 'strategy.edit.held.indicators', values: { count: by.length } }]
