import type { Finding, FindingSubject } from '#modules/findings'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { type SurveyRows, surveySheets } from '../sheets.ts'

/** The rows that ship for Liepāja. */
export async function readLiepaja(): Promise<SurveyRows> {
  const { rows, problems } = await readSheets('data/liepaja-2020-2025', surveySheets)
  if (problems.length > 0) throw new Error(`Liepāja cannot be read: ${JSON.stringify(problems[0])}`)
  return rows
}

/** A finding in one line: `survey-small-group notice needs-in-practice heads`. */
export function shortly({ code, severity, subjects }: Finding): string {
  return [code, severity, ...new Set(subjects.flatMap(namesOf))].join(' ')
}

function namesOf(subject: FindingSubject): string[] {
  if (subject.kind === 'surveyGroup') return [subject.survey, subject.group]
  if (subject.kind !== 'surveyItem') return [subject.kind]
  const { survey, group, item } = subject
  return [survey, group === undefined ? item : `${group}/${item}`]
}

/** What two lists of findings do not share, down to the words. */
export function compareFindings(before: Finding[], after: Finding[]) {
  const without = (some: Finding[], others: Finding[]) => {
    const known = new Set(others.map((finding) => JSON.stringify(finding)))
    return some.filter((finding) => !known.has(JSON.stringify(finding))).map(shortly)
  }
  return { gone: without(before, after), come: without(after, before) }
}
