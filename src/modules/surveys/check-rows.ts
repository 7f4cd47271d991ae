import type { ImportProblem } from '#platform/import/problems.ts'
import { type SurveyRows, surveySheets } from './sheets.ts'

type Place = { file: string; line: number; column: string }

/** Printed percentages with more digits than this are a mistake of the file. */
const MAXIMUM_DECIMALS = 6

/** Says what in the survey rows contradicts itself; what points at something that is not there, the sheets declare. */
export function checkSurveyRows(rows: SurveyRows): ImportProblem[] {
  return [
    ...rows.surveyGroups.flatMap(checkGroup),
    ...rows.surveyItems.flatMap((row) =>
      row.printed_mean === null
        ? []
        : checkPrinted(
            { file: surveySheets.surveyItems.file, line: row.line, column: 'printed_mean' },
            row.printed_mean,
            row.printed_mean_decimals,
          ),
    ),
    ...rows.surveyResults.flatMap(checkResult),
    ...checkSeries(rows),
    ...rows.surveyMeans.flatMap((row) =>
      checkPrinted(
        { file: surveySheets.surveyMeans.file, line: row.line, column: 'printed_mean' },
        row.printed_mean,
        row.decimals,
      ),
    ),
  ]
}

function checkGroup(row: SurveyRows['surveyGroups'][number]): ImportProblem[] {
  const place = { file: surveySheets.surveyGroups.file, line: row.line }
  const problems: ImportProblem[] = []
  if (row.respondents < 1) {
    problems.push(notAllowed({ ...place, column: 'respondents' }, row.respondents, '≥ 1'))
  }
  if (row.population !== null && row.population < row.respondents) {
    problems.push(notAllowed({ ...place, column: 'population' }, row.population, `≥ ${row.respondents}`))
  }
  if (row.response_share === null) return problems
  const column = { ...place, column: 'response_share' }
  if (row.response_share === 0) return [...problems, notAllowed(column, 0, '> 0')]
  return [...problems, ...checkPrinted(column, row.response_share, row.response_share_decimals)]
}

function checkResult(row: SurveyRows['surveyResults'][number]): ImportProblem[] {
  const place = { file: surveySheets.surveyResults.file, line: row.line, column: 'share' }
  if (row.share === null) {
    return row.missing === null ? [{ ...place, reason: 'platform.import.required', values: {} }] : []
  }
  if (row.missing !== null) {
    const values = { found: row.missing, other: row.share }
    return [{ ...place, column: 'missing', reason: 'platform.import.conflict', values }]
  }
  return checkPrinted(place, row.share, row.decimals)
}

/** A figure is one result, and a result that is missing is none. */
function checkSeries({ surveys, surveyResults }: SurveyRows): ImportProblem[] {
  const periodOf = new Map(surveys.map(({ key, period }) => [key, period]))
  const first = new Map<string, SurveyRows['surveyResults'][number]>()
  return surveyResults.flatMap((row) => {
    const { line, survey, series, missing } = row
    if (series === null) return []
    const figure = `${series} ${periodOf.get(survey)}`
    const before = first.get(figure)
    first.set(figure, before ?? row)
    const other = missing ?? (before && `${before.survey}, ${before.group}, ${before.item}`)
    if (other === undefined) return []
    const place = { file: surveySheets.surveyResults.file, line, column: 'series' }
    return [{ ...place, reason: 'platform.import.conflict' as const, values: { found: series, other } }]
  })
}

/** A percentage lies between 0 and 100 and has no more digits than it says. */
function checkPrinted(place: Place, percent: number, stated: number | null): ImportProblem[] {
  const decimals = stated ?? 0
  if (percent < 0 || percent > 100) return [notAllowed(place, percent, '0–100')]
  if (decimals < 0 || decimals > MAXIMUM_DECIMALS)
    return [notAllowed(place, decimals, `0–${MAXIMUM_DECIMALS}`)]
  const units = percent * 10 ** decimals
  if (Math.abs(units - Math.round(units)) < 1e-6) return []
  const values = { found: percent, other: `decimals ${decimals}` }
  return [{ ...place, reason: 'platform.import.conflict', values }]
}

const notAllowed = (place: Place, found: number, allowed: string): ImportProblem => ({
  ...place,
  reason: 'platform.import.choice',
  values: { found, allowed },
})
