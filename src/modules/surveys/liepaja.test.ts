import { test as base, expect } from 'vitest'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { estimateTable } from './estimate.ts'
import { findGaps } from './gaps.ts'
import { meansOfGroups, meansOfItems } from './means.ts'
import { printsAs } from './printed.ts'
import { findSurveyFindings } from './rules/index.ts'
import { surveySheets } from './sheets.ts'
import { tablesFromRows } from './testing-rows.ts'

const test = base.extend('tables', { scope: 'file' }, async () => {
  const { rows, problems } = await readSheets('data/liepaja-2020-2025', surveySheets)
  expect(problems).toEqual([])
  return tablesFromRows(rows)
})

test('every printed mean of a group or goal is the unweighted mean of its shares', ({ tables }) => {
  const wrong = tables.flatMap((table) => {
    const means = meansOfGroups(table)
    return table.printedMeans.filter((printed) => {
      const mean = means.find(({ group, scope }) => group === printed.group && scope === printed.scope)
      const { percent, decimals } = printed
      return mean === undefined || percent === null || !printsAs(mean.percent, { percent, decimals })
    })
  })
  expect(wrong).toEqual([])
  expect(tables.flatMap(({ printedMeans }) => printedMeans)).toHaveLength(17)
})

test('every printed mean of an item is the unweighted mean of its shares', ({ tables }) => {
  const [inPractice] = tables
  const means = inPractice ? meansOfItems(inPractice) : []
  const wrong = inPractice?.items.filter(({ code, printedMean }) => {
    const mean = means.find(({ item }) => item === code)?.means
    return !mean || !printedMean || !printsAs(mean.unweighted, printedMean)
  })
  expect(means).toHaveLength(8)
  expect(wrong).toEqual([])
})

test('estimates everything that was asked', ({ tables }) => {
  expect(tables.map((table) => estimateTable(table).length)).toEqual([54, 24])
})

test('heads and department are too few to say where they differ', ({ tables }) => {
  const verdicts = tables.slice(1).flatMap((table) => findGaps(table).map(({ verdict }) => verdict))
  expect(verdicts).toHaveLength(12)
  expect(new Set(verdicts)).toEqual(new Set(['tooSmall']))
})

test('finds what the surveys say about themselves', ({ tables }) => {
  const found = findSurveyFindings(tables).map(({ code, subjects: [first] }) => {
    const { survey, group = '', item = '' } = first as { survey: string; group?: string; item?: string }
    return [code, survey, group, item].join(' ').trim()
  })
  expect(found).toEqual([
    'survey-share-impossible needs-in-practice heads 2.1',
    'survey-low-response strategy-in-practice preschoolGuardians',
    'mean-unweighted strategy-in-practice  vision',
    'survey-small-group strategy-in-practice heads',
    'survey-small-group strategy-in-practice department',
    'survey-shares-tell-on-few strategy-in-practice heads',
    'survey-shares-tell-on-few strategy-in-practice department',
    'survey-groups-disagree strategy-in-practice preschoolTeachers excellence',
    'survey-groups-disagree strategy-in-practice preschoolTeachers statehood',
    'survey-groups-disagree strategy-in-practice preschoolTeachers selfRealisation',
  ])
})
