import { describe, expect, test } from 'vitest'
import { sourceSheets } from '#modules/sources.server'
import { findDanglingReferences } from '#platform/import/find-dangling.ts'
import { contentsOf } from '#platform/import/testing.ts'
import { checkSurveyRows } from './check-rows.ts'
import { type SurveyRows, surveySheets } from './sheets.ts'

const cited = { source: 'report', locator: null, line: 2 }
const sheets = { ...sourceSheets, ...surveySheets }

/** One survey of one group and one item, in order. */
function rows(given: {
  group?: Partial<SurveyRows['surveyGroups'][number]>
  item?: Partial<SurveyRows['surveyItems'][number]>
  result?: Partial<SurveyRows['surveyResults'][number]>
  mean?: Partial<SurveyRows['surveyMeans'][number]>
}): SurveyRows {
  return {
    surveys: [
      {
        key: 'survey',
        title_lv: 'Aptauja',
        title_en: 'Survey',
        question_lv: null,
        question_en: null,
        period: '2024/2025',
        answer_scale_lv: null,
        answer_scale_en: null,
        claimed_representative: null,
        ...cited,
      },
    ],
    surveyGroups: [
      {
        survey: 'survey',
        group: 'heads',
        position: 1,
        label_lv: 'Vadītāji',
        label_en: 'Heads',
        respondents: 29,
        response_share: 97,
        response_share_decimals: 0,
        population: null,
        minors: null,
        ...cited,
        ...given.group,
      },
    ],
    surveyItems: [
      {
        survey: 'survey',
        item: 'vision',
        position: 1,
        goal: 'KP1',
        title_lv: 'Vīzija',
        title_en: 'Vision',
        printed_mean: 79,
        printed_mean_decimals: 0,
        ...cited,
        ...given.item,
      },
    ],
    surveyResults: [
      {
        survey: 'survey',
        group: 'heads',
        item: 'vision',
        share: 79,
        decimals: 0,
        missing: null,
        series: null,
        ...cited,
        ...given.result,
      },
    ],
    surveyMeans: [
      {
        survey: 'survey',
        group: 'heads',
        scope: 'KP1',
        printed_mean: 79,
        decimals: 0,
        ...cited,
        ...given.mean,
      },
    ],
  }
}

type Given = Parameters<typeof rows>[0]

const check = (given: Given) => checkSurveyRows(rows(given))
const dangling = (given: Given) =>
  findDanglingReferences(sheets, contentsOf({ sources: [{ key: 'report', line: 2 }], ...rows(given) }))

describe('checkSurveyRows', () => {
  test('finds nothing wrong with rows in order', () => {
    expect(check({})).toEqual([])
  })

  test('names what is not there', () => {
    expect(dangling({})).toEqual([])
    expect(dangling({ result: { source: 'letter' } })).toMatchObject([
      { file: 'survey-results.csv', column: 'source', reason: 'platform.import.reference' },
    ])
    expect(dangling({ group: { survey: 'other', group: 'heads' } })).toMatchObject([
      { file: 'survey-groups.csv', column: 'survey', reason: 'platform.import.reference' },
      { file: 'survey-results.csv', column: 'group', values: { found: 'survey · heads' } },
      { file: 'survey-means.csv', column: 'group', values: { found: 'survey · heads' } },
    ])
    expect(dangling({ result: { item: 'mission' } })).toMatchObject([
      { column: 'item', values: { found: 'survey · mission', where: 'survey-items.csv' } },
    ])
  })

  test('wants a mean over all items or over those of a goal', () => {
    expect(dangling({ mean: { scope: 'all' } })).toEqual([])
    expect(dangling({ mean: { scope: 'KP2' } })).toMatchObject([
      { file: 'survey-means.csv', column: 'scope', reason: 'platform.import.reference' },
    ])
  })

  test('wants a share or the reason why there is none', () => {
    expect(check({ result: { share: null, missing: 'notAsked' } })).toEqual([])
    expect(check({ result: { share: null } })).toMatchObject([
      { column: 'share', reason: 'platform.import.required' },
    ])
    expect(check({ result: { missing: 'notAsked' } })).toMatchObject([
      { column: 'missing', reason: 'platform.import.conflict' },
    ])
  })

  test('keeps shares and means within 0 and 100', () => {
    const refused = { reason: 'platform.import.choice', values: { allowed: '0–100' } }
    expect(check({ result: { share: 101 } })).toMatchObject([{ column: 'share', ...refused }])
    expect(check({ result: { share: -1 } })).toMatchObject([{ column: 'share', ...refused }])
    expect(check({ item: { printed_mean: 790 } })).toMatchObject([{ column: 'printed_mean', ...refused }])
    expect(check({ mean: { printed_mean: 790 } })).toMatchObject([{ column: 'printed_mean', ...refused }])
    expect(check({ group: { response_share: 197 } })).toMatchObject([
      { column: 'response_share', ...refused },
    ])
  })

  test('wants no more digits than stated', () => {
    expect(check({ result: { share: 79.3, decimals: 1 } })).toEqual([])
    expect(check({ result: { share: 79.3, decimals: 0 } })).toMatchObject([
      { column: 'share', reason: 'platform.import.conflict' },
    ])
    expect(check({ result: { share: 79, decimals: 7 } })).toMatchObject([
      { reason: 'platform.import.choice' },
    ])
  })

  test('wants people in a group, and no more respondents than people', () => {
    expect(check({ group: { respondents: 0 } })).toMatchObject([{ column: 'respondents' }])
    expect(check({ group: { population: 28 } })).toMatchObject([{ column: 'population' }])
    expect(check({ group: { response_share: 0 } })).toMatchObject([{ column: 'response_share' }])
  })

  test('lets a result be a figure of one series only, and one that is missing of none', () => {
    expect(check({ result: { series: '5' } })).toEqual([])
    expect(check({ result: { series: '5', share: null, missing: 'notAsked' } })).toMatchObject([
      { column: 'series', reason: 'platform.import.conflict', values: { found: '5', other: 'notAsked' } },
    ])
  })
})
