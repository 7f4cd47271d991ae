import type { Finding } from '#modules/findings'
import { outlineOf } from '#modules/indicators'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { asIndicatorSet, findIndicatorFindings } from '../../src/modules/indicators/rules/testing.ts'
import { indicatorSheets } from '../../src/modules/indicators/sheets.ts'
import { institutionSheets } from '../../src/modules/registry/institution-sheets.ts'
import { sourceSheets } from '../../src/modules/sources/sheets.ts'
import { findStrategyFindings } from '../../src/modules/strategy/rules/index.ts'
import { asStrategyData } from '../../src/modules/strategy/rules/testing.ts'
import { strategySheets } from '../../src/modules/strategy/sheets.ts'
import { findSurveyFindings } from '../../src/modules/surveys/rules/index.ts'
import { surveySheets } from '../../src/modules/surveys/sheets.ts'
import { tablesFromRows } from '../../src/modules/surveys/testing-rows.ts'

const { institutions } = institutionSheets
const sheets = { ...indicatorSheets, ...sourceSheets, ...strategySheets, ...surveySheets, institutions }

/** What all rules find in the files of a folder, without a database; files that are not there hold no rows. */
export async function findInFolder(folder: string): Promise<Finding[]> {
  const { rows } = await readSheets(folder, sheets)
  const set = asIndicatorSet(rows)
  return [
    ...findIndicatorFindings(set),
    ...findStrategyFindings({ ...asStrategyData(rows), outline: outlineOf(set), claimed: set }),
    ...findSurveyFindings(tablesFromRows(rows)),
  ]
}
