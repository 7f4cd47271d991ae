import { findStatesAsOf, type StateAsOf } from '#platform/write/states-as-of.server.ts'

export { isShownAsOf } from '#platform/write/states-as-of.server.ts'

type Readable = Parameters<typeof findStatesAsOf>[0]
type IndicatorLike = { id: string; catalogue: string; code: string; withdrawn_at?: Date | null | undefined }
type MethodLike = { indicator_id: string; version: number; withdrawn_at?: Date | null | undefined }

/**
 * Indicators and their methodologies as they were described at an instant: titles, units, owners, versions. A
 * version that came later is not there yet. What was not described at all by then is shown as it first was, for
 * pages about its figures need some title. Two statements, none for the newest state.
 */
export async function describeAsOf<Indicator extends IndicatorLike, Method extends MethodLike>(
  db: Readable,
  { municipalityId, asOf }: { municipalityId: string; asOf: Date | undefined },
  rows: { indicators: Indicator[]; methodologies: Method[] },
): Promise<{ indicators: Indicator[]; methodologies: Method[] }> {
  if (asOf === undefined) return rows
  const find = (table: string, keys: string[]) => findStatesAsOf(db, { municipalityId, table, asOf }, keys)
  const keyOf = (row: Indicator) => `${row.catalogue}·${row.code}`
  const keyOfMethod = (row: Method) => `${row.indicator_id}·${row.version}`
  const described = await find('indicators.indicator', rows.indicators.map(keyOf))
  const methods =
    rows.methodologies.length === 0
      ? new Map<string, StateAsOf>()
      : await find('indicators.methodology', rows.methodologies.map(keyOfMethod))
  const known = new Set(
    rows.indicators.filter((row) => described.get(keyOf(row))?.is_later === false).map(({ id }) => id),
  )
  return {
    indicators: rows.indicators.flatMap((row) => asItWas(row, described.get(keyOf(row)))),
    methodologies: rows.methodologies.flatMap((row) => {
      const state = methods.get(keyOfMethod(row))
      return state?.is_later && known.has(row.indicator_id) ? [] : asItWas(row, state)
    }),
  }
}

/** A row with what its state says; none when it was withdrawn then. */
export function asItWas<Row extends { withdrawn_at?: Date | null | undefined }>(
  row: Row,
  state: StateAsOf | undefined,
): Row[] {
  const was = state ? { ...row, withdrawn_at: null, ...state.content } : row
  return was.withdrawn_at ? [] : [was]
}
