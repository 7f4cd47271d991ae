import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { OBSERVATION } from '../appended.ts'
import { besideCovered, type ReadCover } from './cover.server.ts'
import {
  type FigureRow,
  fieldsOfFigure,
  figureAsTyped,
  kindOf,
  NEW_PERIOD,
  type ReadFigure,
  readFigure,
  WITHDRAWN,
} from './figure-row.ts'
import { checkTyped, type OfSeries, writeTyped } from './figure-writing.server.ts'
import { typedOf } from './row-fields.ts'
import { findBaselineRow, findFigureRows } from './rows-store.server.ts'

/** The figures of one series by period, and a place for one more period. */
export async function figuresEdit(
  tx: DatabaseTransaction,
  of: OfSeries,
  readCover: ReadCover,
): Promise<Edit> {
  const { scope, facts, series } = of
  const meant = scope.row.value_kind
  const find = async (within: DatabaseTransaction) => {
    const cover = await readCover(within)
    const rows = await findFigureRows(within, scope.municipalityId, series.id)
    const version = rows.reduce((sum, { revision }) => sum + revision, 0)
    const standing = rows.filter((row) => !row.withdrawn_at && !cover.isCovered(series.id, row.period))
    return { version, cover, all: rows, standing }
  }
  const { standing } = await find(tx)
  return {
    ...scope.edit,
    action: 'figure.edited',
    subject: `${scope.catalogue}/${series.key}`,
    isPublic: series.is_public,
    fields: [
      ...standing.flatMap((row) => fieldsOfFigure(row.period, kindOf(row, meant), facts)),
      ...fieldsOfFigure(NEW_PERIOD, meant, facts),
    ],
    read: async (within) => {
      const found = await find(within)
      const values = Object.assign({}, ...found.standing.map((row) => figureAsTyped(row, meant, facts)))
      return { version: found.version, values }
    },
    write: async (within, change, typed) => {
      const { cover, ...found } = await find(within)
      const gone = found.standing.filter(({ period }) => typedOf(typed, period).missing === WITHDRAWN)
      const read = readAll(
        of,
        found.standing.filter((row) => !gone.includes(row)),
        typed,
      )
      const complaints: Complaints = {
        ...checkTyped(of, read),
        ...besideCovered(cover, { scope, facts, standing: found.standing, read, typed }),
        ...takenPeriod(read, found.all, (period) => cover.isCovered(series.id, period)),
        ...(await stillNeeded(within, of, gone)),
      }
      if (Object.keys(complaints).length > 0) return complaints
      await writeTyped(within, change, of, read)
      for (const row of gone) {
        await withdraw(within, change, OBSERVATION, {
          ...contentOf(row),
          revision: row.revision,
          is_public: row.is_public,
        })
        change.counts.changed += 1
      }
      return undefined
    },
  }
}

/** The figures that stand, and the one that is added, as they were typed. */
function readAll({ scope, series }: OfSeries, standing: readonly FigureRow[], typed: Typed): ReadFigure[] {
  const meant = scope.row.value_kind
  const unit = series.unit ?? scope.row.unit
  const fresh = typedOf(typed, NEW_PERIOD)
  const isAdded = Object.values(fresh).some((value) => value.trim() !== '')
  return [
    ...standing.map((row) =>
      readFigure(typedOf(typed, row.period), {
        name: row.period,
        kind: kindOf(row, meant),
        stored: row,
        unit,
      }),
    ),
    ...(isAdded ? [readFigure(fresh, { name: NEW_PERIOD, kind: meant, stored: undefined, unit })] : []),
  ]
}

/** The figure from which change is counted is not taken away while it is that. */
async function stillNeeded(
  tx: DatabaseTransaction,
  { scope, series }: OfSeries,
  gone: readonly FigureRow[],
): Promise<Complaints> {
  if (gone.length === 0) return {}
  const baseline = await findBaselineRow(tx, scope, series.id)
  const isNeeded = gone.some(({ period }) => period === baseline?.period && !baseline.withdrawn_at)
  return isNeeded ? { [`${baseline?.period}.missing`]: [{ reason: 'indicators.edit.isBaseline' }] } : {}
}

/** A period has one figure in a series; one that was withdrawn may come back. */
function takenPeriod(
  read: readonly ReadFigure[],
  rows: readonly FigureRow[],
  isCovered: (period: string) => boolean,
): Complaints {
  const added = read.find(({ name }) => name === NEW_PERIOD)
  const taken = rows.find((row) => row.period === added?.row.period && !row.withdrawn_at)
  if (!added || !taken) return {}
  const reason = isCovered(taken.period) ? 'indicators.edit.period.covered' : 'indicators.edit.period.taken'
  return { [`${NEW_PERIOD}.period`]: [{ reason }] }
}
