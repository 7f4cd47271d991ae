import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { inBoth } from '#platform/say/index.ts'
import type { Change } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { BASELINE } from '../changed.ts'
import { besideCovered, type ReadCover } from './cover.server.ts'
import { choice, YES_NO } from './fields.ts'
import {
  type FigureRow,
  fieldsOfFigure,
  figureAsTyped,
  kindOf,
  NEW_PERIOD,
  type ReadFigure,
  readFigure,
} from './figure-row.ts'
import { checkTyped, type OfSeries, writeTyped } from './figure-writing.server.ts'
import { typedOf } from './row-fields.ts'
import { findBaselineRow, findFigureRows, findTargetSetRow } from './rows-store.server.ts'

type Found = Awaited<ReturnType<typeof findBaseline>>

/** The figure of a series from which change is counted: which one it is, and what the plan says of it. */
export async function baselineEdit(
  tx: DatabaseTransaction,
  of: OfSeries,
  readCover: ReadCover,
): Promise<Edit> {
  const { scope, facts, series } = of
  const meant = scope.row.value_kind
  const find = (within: DatabaseTransaction) => findBaseline(within, of, readCover)
  const found = await find(tx)
  return {
    ...scope.edit,
    action: 'baseline.edited',
    subject: `${scope.catalogue}/${series.key}`,
    isPublic: series.is_public,
    fields: fieldsOf(found, of),
    read: async (within) => {
      const { version, baseline, figure } = await find(within)
      const values = {
        period: baseline?.period ?? '',
        recomputed: asTyped(baseline?.is_recomputed ?? false),
        ...(figure ? figureAsTyped(figure, meant, facts) : {}),
      }
      return { version, values }
    },
    write: async (within, change, typed) => {
      const now = await find(within)
      const set = await findTargetSetRow(within, scope)
      if (!set) return { '': [{ reason: 'indicators.edit.noPlan' }] }
      const read = readBoth(of, now, typed)
      const added = read.find(({ name }) => name === NEW_PERIOD)
      const isFirst = now.baseline === undefined && typed.period === '' && added !== undefined
      const chosen = isFirst ? NEW_PERIOD : (typed.period ?? '')
      const standing = now.figure ? [now.figure] : []
      const complaints: Complaints = {
        ...checkTyped(of, read, now.others),
        ...undecided(chosen, added, now),
        ...besideCovered(now.cover, { scope, facts, standing, read, typed }),
      }
      if (Object.keys(complaints).length > 0) return complaints
      await writeTyped(within, change, of, read)
      if (chosen === '') return withdrawBaseline(within, change, now)
      const period = chosen === NEW_PERIOD ? String(added?.row.period) : chosen
      await revise(within, change, BASELINE, [
        { target_set_id: set.id, series_id: series.id, period, is_recomputed: typed.recomputed === 'yes' },
      ])
      return undefined
    },
  }
}

/** The baseline with its figure, the other figures, and the version of all of them. */
async function findBaseline(tx: DatabaseTransaction, { scope, series }: OfSeries, readCover: ReadCover) {
  const cover = await readCover(tx)
  const stored = await findBaselineRow(tx, scope, series.id)
  const rows = await findFigureRows(tx, scope.municipalityId, series.id)
  const baseline = stored?.withdrawn_at ? undefined : stored
  const standing = rows.filter(({ withdrawn_at }) => !withdrawn_at)
  const visible = standing.filter(({ period }) => !cover.isCovered(series.id, period))
  const figure = visible.find(({ period }) => period === baseline?.period)
  return {
    cover,
    version: rows.reduce((sum, { revision }) => sum + revision, stored?.revision ?? 0),
    baseline,
    /** Undefined also where it is covered. */
    figure,
    visible,
    others: visible.filter((row) => row !== figure),
    periods: standing.map(({ period }) => period),
  }
}

function fieldsOf({ baseline, figure, visible }: Found, { scope, facts }: OfSeries): EditField[] {
  const isHidden = baseline !== undefined && figure === undefined
  const options: Option[] = [
    ...(isHidden ? [{ value: baseline.period, label: inBoth((say) => say.period(baseline.period)) }] : []),
    ...visible.map((row) => ({ value: row.period, label: sayFigure(row) })),
    { value: NEW_PERIOD, label: 'indicators.edit.baseline.other' },
  ]
  const meant = scope.row.value_kind
  return [
    choice('period', 'indicators.edit.baseline.which', options, { hint: 'indicators.edit.baseline.hint' }),
    choice('recomputed', 'indicators.edit.baseline.recomputed', YES_NO, {
      isRequired: true,
      hint: 'indicators.edit.baseline.recomputed.hint',
    }),
    ...(figure ? fieldsOfFigure(figure.period, kindOf(figure, meant), facts, { mayGo: false }) : []),
    ...fieldsOfFigure(NEW_PERIOD, meant, facts),
  ]
}

/** A figure by its period, and its number where it is one. */
const sayFigure = ({ period, number }: FigureRow) =>
  inBoth((say) => (number === null ? say.period(period) : `${say.period(period)}: ${say.number(number)}`))

/** The figure that is the baseline and the one that is added, as they were typed. */
function readBoth({ scope, series }: OfSeries, { figure }: Found, typed: Typed): ReadFigure[] {
  const meant = scope.row.value_kind
  const unit = series.unit ?? scope.row.unit
  const fresh = typedOf(typed, NEW_PERIOD)
  const isAdded = Object.values(fresh).some((value) => value.trim() !== '')
  return [
    ...(figure
      ? [
          readFigure(typedOf(typed, figure.period), {
            name: figure.period,
            kind: kindOf(figure, meant),
            stored: figure,
            unit,
          }),
        ]
      : []),
    ...(isAdded || typed.period === NEW_PERIOD
      ? [readFigure(fresh, { name: NEW_PERIOD, kind: meant, stored: undefined, unit })]
      : []),
  ]
}

/** What is chosen and what is typed below it must mean the same figure. */
function undecided(chosen: string, added: ReadFigure | undefined, { periods }: Found): Complaints {
  if (added && chosen !== NEW_PERIOD) return { period: [{ reason: 'indicators.edit.baseline.undecided' }] }
  const isThere = added !== undefined && periods.includes(String(added.row.period))
  return isThere ? { [`${NEW_PERIOD}.period`]: [{ reason: 'indicators.edit.baseline.taken' }] } : {}
}

/** Change is counted from nothing any more; the figure stays. */
async function withdrawBaseline(tx: DatabaseTransaction, change: Change, { baseline }: Found) {
  if (!baseline) return undefined
  const { revision, is_public } = baseline
  await withdraw(tx, change, BASELINE, { ...contentOf(baseline), revision, is_public })
  change.counts.changed += 1
  return undefined
}
