import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, line } from '#platform/editing/fields.ts'
import { complaintOf, readTyped } from '#platform/editing/read-cells.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { Refusal } from '#platform/import/column.ts'
import { code as codeColumn } from '#platform/import/columns.ts'
import type { Change } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { KEPT_FIELD, keptField, WITHDRAWN } from './cells.ts'
import { optionsOf } from './row-forms.server.ts'
import { findLinkRows, findRowsOf, type StoredRow } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'

const LINKS = ['yes', 'no', 'unknown'] as const
const STATES = ['written', 'planned'] as const
const PROGRAMME = { table: 'strategy.programme', key: ['strategy_id', 'code'] } as const
const LINK = {
  table: 'strategy.programme_direction',
  key: ['strategy_id', 'programme', 'direction'],
} as const

/** What the fields of a programme are called; of the one that is added, `+` stands for its code. */
export const ADDED = '+'
export const matrixField = (programme: string, part: string) => `${programme}/${part}`
const ADDED_PARTS = ['code', 'title_lv', 'title_en'] as const

/** All programmes with their states and what they serve, as one matrix; one more can be added, others withdrawn. */
export async function matrixEdit(tx: DatabaseTransaction, scope: PlanScope): Promise<Edit> {
  const directions = await optionsOf(tx, scope, 'strategy.direction')
  const actions = await optionsOf(tx, scope, 'strategy.action')
  const listed = await findRowsOf(tx, PROGRAMME.table, scope)
  const codes = listed.map((row) => String(row.code))
  return {
    ...scope.edit,
    action: 'programmes.edited',
    subject: scope.key,
    fields: [
      ...listed.flatMap((row) => programmeFields(String(row.code), directions, actions)),
      ...programmeFields(ADDED, directions, actions),
    ],
    read: async (now) => {
      const programmes = await findRowsOf(now, PROGRAMME.table, scope)
      const links = await findLinkRows(now, scope)
      const shown = new Map(
        links
          .filter((row) => !row.withdrawn_at)
          .map((row) => [`${row.programme} ${row.direction}`, row.link]),
      )
      const values = programmes.flatMap((row) => {
        const code = String(row.code)
        return [
          [matrixField(code, 'state'), String(row.state)],
          [matrixField(code, 'promised_by'), String(row.promised_by ?? '')],
          [matrixField(code, KEPT_FIELD), row.withdrawn_at ? WITHDRAWN : 'shown'],
          ...directions.map(({ value }) => [matrixField(code, value), shown.get(`${code} ${value}`) ?? '']),
        ]
      })
      const version = [...programmes, ...links].reduce((sum, { revision }) => sum + revision, 0)
      return { version, values: Object.fromEntries(values) }
    },
    write: async (now, change, typed) => {
      const programmes = await findRowsOf(now, PROGRAMME.table, scope)
      const added = readAdded(typed, new Set(codes), programmes)
      const wanted = [...codes, ...(added.code === undefined ? [] : [added.code])]
      const complaints: Record<string, readonly Complaint[]> = { ...added.complaints }
      for (const code of wanted) {
        const own = code === added.code ? ADDED : code
        if (isPromiseMissing(typed, own))
          complaints[matrixField(own, 'promised_by')] = [{ reason: 'strategy.edit.plannedPromise' }]
      }
      if (Object.keys(complaints).length > 0) return complaints
      const rows = new Map(programmes.map((row) => [String(row.code), row]))
      if (added.row) rows.set(added.code, { ...added.row, strategy_id: scope.strategyId } as never)
      await writeProgrammes(now, change, { scope, typed, rows, added: added.code })
      await writeMatrix(now, change, { scope, typed, directions, wanted, added: added.code })
      return undefined
    },
  }
}

function programmeFields(
  code: string,
  directions: readonly Option[],
  actions: readonly Option[],
): EditField[] {
  const labelValues = { programme: code }
  const isAdded = code === ADDED
  const named = (part: string) => matrixField(code, part)
  return [
    ...(isAdded
      ? [
          line(named('code'), 'strategy.edit.code', { hint: 'strategy.edit.code.hint' }),
          line(named('title_lv'), 'strategy.edit.titleLv'),
          line(named('title_en'), 'strategy.edit.titleEn'),
        ]
      : []),
    choice(
      named('state'),
      isAdded ? 'strategy.edit.programme.state' : 'strategy.matrix.state',
      STATES.map((value) => ({ value, label: `strategy.edit.programme.${value}` as const })),
      { labelValues, isRequired: !isAdded },
    ),
    choice(
      named('promised_by'),
      isAdded ? 'strategy.edit.programme.promisedBy' : 'strategy.matrix.promisedBy',
      actions,
      { labelValues },
    ),
    ...(isAdded
      ? []
      : [
          {
            ...keptField,
            name: named(KEPT_FIELD),
            label: 'strategy.matrix.kept' as const,
            labelValues,
            hint: undefined,
          },
        ]),
    ...directions.map(({ value }) =>
      choice(
        named(value),
        isAdded ? 'strategy.edit.programme.link' : 'strategy.matrix.link',
        LINKS.map((link) => ({ value: link, label: `strategy.edit.link.${link}` as const })),
        { labelValues: { programme: code, direction: value } },
      ),
    ),
  ]
}

const typedOf = (typed: Typed, programme: string, part: string) =>
  (typed[matrixField(programme, part)] ?? '').trim()

const isPromiseMissing = (typed: Typed, programme: string) =>
  typedOf(typed, programme, 'state') === 'planned' &&
  typedOf(typed, programme, 'promised_by') === '' &&
  typedOf(typed, programme, KEPT_FIELD) !== WITHDRAWN

/** The programme that is added, where anything is typed for one. */
function readAdded(typed: Typed, known: ReadonlySet<string>, programmes: readonly StoredRow[]) {
  const complaints: Record<string, readonly Complaint[]> = {}
  const cells = ADDED_PARTS.map((part) => [part, typedOf(typed, ADDED, part)] as const)
  const state = typedOf(typed, ADDED, 'state')
  if (cells.every(([, cell]) => cell === '') && state === '') return { complaints }
  for (const [part, cell] of cells)
    if (cell === '') complaints[matrixField(ADDED, part)] = [{ reason: 'platform.form.missing' }]
  if (state === '') complaints[matrixField(ADDED, 'state')] = [{ reason: 'platform.form.missing' }]
  const { code = '', title_lv = '', title_en = '' } = Object.fromEntries(cells)
  const read = readTyped(codeColumn, code)
  const field = matrixField(ADDED, 'code')
  if (code !== '' && read instanceof Refusal) complaints[field] = [complaintOf(read)]
  if (known.has(code)) complaints[field] = [{ reason: 'strategy.edit.taken', values: { code } }]
  const position = Math.max(0, ...programmes.map((row) => Number(row.position))) + 1
  const nothing = { starts_on: null, ends_on: null, aim_lv: null, aim_en: null, progress_lv: null }
  const row = {
    code,
    position,
    title_lv,
    title_en,
    ...nothing,
    progress_en: null,
    source_id: null,
    locator: null,
  }
  return { complaints, code, row }
}

type Writing = { scope: PlanScope; typed: Typed; added: string | undefined }

async function writeProgrammes(
  tx: DatabaseTransaction,
  change: Change,
  { scope, typed, rows, added }: Writing & { rows: ReadonlyMap<string | undefined, StoredRow> },
) {
  const contents: unknown[] = []
  for (const [code = '', row] of rows) {
    const own = code === added ? ADDED : code
    const isWithdrawn = typedOf(typed, own, KEPT_FIELD) === WITHDRAWN
    if (isWithdrawn) {
      if (row.withdrawn_at) continue
      await withdraw(tx, change, PROGRAMME, { ...row, is_public: scope.isPublic })
      change.counts.changed += 1
      continue
    }
    const { withdrawn_at, ...stored } = contentOf(row) as StoredRow
    const promised_by = typedOf(typed, own, 'promised_by') || null
    contents.push({ ...stored, state: typedOf(typed, own, 'state'), promised_by })
  }
  await revise(tx, change, PROGRAMME, contents as never)
}

async function writeMatrix(
  tx: DatabaseTransaction,
  change: Change,
  {
    scope,
    typed,
    directions,
    wanted,
    added,
  }: Writing & { directions: readonly Option[]; wanted: readonly string[] },
) {
  const links = new Map(
    (await findLinkRows(tx, scope)).map((row) => [`${row.programme} ${row.direction}`, row]),
  )
  const contents: unknown[] = []
  for (const programme of wanted) {
    const own = programme === added ? ADDED : programme
    const isWithdrawn = typedOf(typed, own, KEPT_FIELD) === WITHDRAWN
    for (const { value: direction } of directions) {
      const link = isWithdrawn ? '' : typedOf(typed, own, direction)
      const row = links.get(`${programme} ${direction}`)
      if (link !== '') {
        const { withdrawn_at, ...kept } = row ? contentOf(row) : { withdrawn_at: undefined }
        const cited = row ? {} : { source_id: null, locator: null }
        contents.push({ ...kept, strategy_id: scope.strategyId, programme, direction, link, ...cited })
      } else if (row && !row.withdrawn_at) {
        await withdraw(tx, change, LINK, { ...row, is_public: scope.isPublic })
        change.counts.changed += 1
      }
    }
  }
  await revise(tx, change, LINK, contents as never)
}
