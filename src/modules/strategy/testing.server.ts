import { indicatorSheets } from '#modules/indicators.server'
import { sourceSheets } from '#modules/sources.server'
import { surveySheets } from '#modules/surveys.server'
import { findDanglingReferences } from '#platform/import/find-dangling.ts'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { contentsOf } from '#platform/import/testing.ts'
import { strategySheets } from './sheets.ts'

const { sources } = sourceSheets
const { indicators, series } = indicatorSheets
const { surveys } = surveySheets
const sheets = { sources, indicators, series, surveys, ...strategySheets }

/** The rows of Liepāja's strategy as they ship. */
export async function liepaja() {
  const { rows, problems } = await readSheets('data/liepaja-2020-2025', sheets)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return rows
}
type Rows = Awaited<ReturnType<typeof liepaja>>

/** The same rows with the first one of a sheet changed. */
export function changed(rows: Rows, sheet: keyof Rows, change: object): Rows {
  const [first, ...others] = rows[sheet]
  return { ...rows, [sheet]: [{ ...first, ...change }, ...others] }
}

/** What in the rows points at something that is not there. */
export const danglingIn = (rows: Rows) => findDanglingReferences(sheets, contentsOf(rows))
