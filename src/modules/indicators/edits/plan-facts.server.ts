import { readSources } from '#modules/sources.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Option } from '#platform/editing/edit.ts'
import { complaintOf } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { inBoth } from '#platform/say/index.ts'
import { nameUnit, type UnitTable } from '#platform/say/units.ts'
import type { IndicatorRows } from '../sheets.ts'
import { findDimensionValues } from '../store.server.ts'
import { findUnits } from '../unit-store.server.ts'
import { UNITS } from '../units.ts'
import type { PlanPlace } from './rows-store.server.ts'

/** What every form about a plan's indicators offers for choice, and what its rules look at. */
export type PlanFacts = {
  units: IndicatorRows['units']
  breakdowns: IndicatorRows['breakdowns']
  unitOptions: Option[]
  sourceOptions: Option[]
  /** Keys of documents by id. */
  sourceKeys: ReadonlyMap<string, string>
  /** Ids of documents by key. */
  sourceIds: ReadonlyMap<string, string>
}

const NO_LINE = { line: 0 }

export async function readPlanFacts(tx: DatabaseTransaction, place: PlanPlace): Promise<PlanFacts> {
  const { municipalityId, catalogue } = place
  const units = await findUnits(tx, municipalityId, catalogue)
  const breakdowns = await findDimensionValues(tx, municipalityId, catalogue)
  const sources = await readSources(tx, municipalityId, catalogue)
  const own: UnitTable = new Map(
    units.map(({ code, name_lv, name_en, suffix }) => [
      code,
      { name: { lv: name_lv, en: name_en }, suffix: suffix ?? '' },
    ]),
  )
  const codes = [...UNITS, ...units.map(({ code }) => code)]
  return {
    units: units.map((row) => ({ ...row, ...NO_LINE })),
    breakdowns: breakdowns.map((row) => ({ ...row, ranked: row.ranked ?? null, ...NO_LINE })),
    unitOptions: codes.map((code) => ({
      value: code,
      label: inBoth(({ language }) => nameUnit(code, language, own)),
    })),
    sourceOptions: sources.documents.map(({ key, title }) => ({ value: key, label: title })),
    sourceKeys: sources.keys,
    sourceIds: new Map([...sources.keys].map(([id, key]) => [key, id])),
  }
}

/** Rows of no sheet but those given, for the rules that loading keeps as well. */
export const rowsWith = (rows: Partial<IndicatorRows>): IndicatorRows => ({
  units: [],
  breakdowns: [],
  indicators: [],
  methodologies: [],
  series: [],
  observations: [],
  baselines: [],
  targets: [],
  periodRule: [],
  ...rows,
})

/** What the rules complain of, at the fields in which it stands. */
export function complaintsAt(
  problems: readonly ImportProblem[],
  fieldOf: (problem: ImportProblem) => string,
): Complaints {
  const complaints: Record<string, ReturnType<typeof complaintOf>[]> = {}
  for (const problem of problems) {
    const name = fieldOf(problem)
    complaints[name] ??= [complaintOf(problem)]
  }
  return complaints
}
