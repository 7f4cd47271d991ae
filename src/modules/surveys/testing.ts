import type { PrintedPercent, Survey, SurveyGroup, SurveyItem, SurveyResult, SurveyTable } from './model.ts'
import { populationOf } from './population.ts'

const cited = { source: null, locator: null }

/** A whole per cent as printed. */
export const wholePercent = (percent: number): PrintedPercent => ({ percent, decimals: 0 })

/** A survey that claims nothing about whom it represents. */
export function aSurvey(given: Partial<Survey> = {}): Survey {
  return {
    id: '00000000-0000-7000-8000-000000000003',
    key: 'survey',
    position: 1,
    title: { lv: 'Aptauja', en: 'Survey' },
    question: null,
    period: '2024/2025',
    answerScale: null,
    claimedRepresentative: null,
    ...cited,
    ...given,
  }
}

/** A group of 200 respondents of whom nothing else is known; its population follows from what is given. */
export function aGroup(given: Partial<SurveyGroup> = {}): SurveyGroup {
  const respondents = given.respondents ?? 200
  const responseShare = given.responseShare ?? null
  return {
    code: 'teachers',
    position: 1,
    label: { lv: 'Pedagogi', en: 'Teachers' },
    minors: false,
    respondents,
    responseShare,
    population: populationOf(respondents, responseShare),
    ...cited,
    ...given,
  }
}

export function anItem(given: Partial<SurveyItem> = {}): SurveyItem {
  return {
    code: 'vision',
    position: 1,
    goal: null,
    title: { lv: 'Vīzija', en: 'Vision' },
    printedMean: null,
    ...cited,
    ...given,
  }
}

/** 80 % of the teachers agree about the vision, unless told otherwise. */
export function aResult(given: Partial<SurveyResult> = {}): SurveyResult {
  return {
    group: 'teachers',
    item: 'vision',
    share: 80,
    decimals: 0,
    missing: null,
    revision: 1,
    recordedAt: new Date('2025-09-01T09:00:00Z'),
    recordedBy: 'importer',
    origin: { changeId: null, file: null, row: null },
    ...cited,
    ...given,
  }
}

/**
 * A table of whole per cents: `aTable({ groups, items, shares: [[80, null], [70, 60]] })`, one row for each
 * item, one column for each group, null where the group was not asked.
 */
export function aTable({
  survey = aSurvey(),
  groups = [aGroup()],
  items = [anItem()],
  shares = [[80]],
  printedMeans = [],
}: Partial<Omit<SurveyTable, 'results'>> & { shares?: (number | null)[][] }): SurveyTable {
  const results = items.flatMap((item, row) =>
    groups.map((group, column) => {
      const share = shares[row]?.[column] ?? null
      const missing = share === null ? ('notAsked' as const) : null
      return aResult({ group: group.code, item: item.code, share, missing })
    }),
  )
  return { survey, groups, items, results, printedMeans }
}
