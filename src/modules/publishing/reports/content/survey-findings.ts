import type { SurveyTable } from '#modules/surveys'
import type { Block } from '#platform/reports/report.ts'
import type { PlanData } from './data.ts'
import { findingBlocks, findingsOf } from './finding-blocks.ts'
import type { Pen } from './pen.ts'
import { surveyBlocks } from './survey-tables.ts'

/** Surveys with what was found in them. @param most findings that are shown */
export function surveysWithFindings(
  pen: Pen,
  plan: PlanData,
  surveys: readonly SurveyTable[],
  most: number,
): Block[] {
  const keys = surveys.map(({ survey }) => survey.key)
  const found = findingsOf(plan, { families: ['surveys'] }).filter(({ subjects }) =>
    subjects.every(({ subject }) => 'survey' in subject && keys.includes(subject.survey)),
  )
  return [...surveys.flatMap((survey) => surveyBlocks(pen, survey, plan)), ...findingBlocks(pen, found, most)]
}
