import { describe, expect, test } from 'vitest'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { populationOf } from '../population.ts'
import { markCovered, protectTable } from '../protect.ts'
import { aGroup, anItem, aResult, aSurvey, aTable, wholePercent } from '../testing.ts'
import { RULES } from '../testing-rules.ts'
import { surveyRules } from './index.ts'
import { meanUnweighted } from './mean-unweighted.ts'
import { shareImpossible } from './share-impossible.ts'
import { surveyGroupsDisagree } from './survey-groups-disagree.ts'
import { surveyLowResponse } from './survey-low-response.ts'
import { surveyMeanDiffers } from './survey-mean-differs.ts'
import { surveySharesTellOnFew } from './survey-shares-tell-on-few.ts'
import { surveySmallGroup } from './survey-small-group.ts'

const heads = aGroup({
  code: 'heads',
  label: { lv: 'Vadītāji', en: 'Heads' },
  respondents: 29,
  responseShare: wholePercent(97),
})
const department = aGroup({
  code: 'department',
  label: { lv: 'Pārvalde', en: 'Department' },
  respondents: 10,
})
const teachers = aGroup({ respondents: 288, responseShare: wholePercent(38) })
const guardians = aGroup({
  code: 'guardians',
  label: { lv: 'Vecāki', en: 'Parents' },
  respondents: 1148,
  responseShare: wholePercent(15),
})
const ofOneGroup = (group: SurveyGroup, share: number) => aTable({ groups: [group], shares: [[share]] })
/** No-break spaces as spaces, to be read. */
const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('survey-share-impossible', () => {
  test('fires for 65 % of 29 and names the neighbours', () => {
    const [finding, ...others] = shareImpossible.check(ofOneGroup(heads, 65))
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      severity: 'contradiction',
      subjects: [{ kind: 'surveyItem', survey: 'survey', item: 'vision', group: 'heads' }],
    })
    expect(plain(finding?.explanation.lv)).toContain('18 no 29 ir 62 % un 19 no 29 ir 66 %')
    expect(plain(finding?.explanation.en)).toContain('18 of 29 is 62% and 19 of 29 is 66%')
  })

  test('writes decimals with a comma in Latvian', () => {
    const table = aTable({ groups: [department] })
    const results = [aResult({ group: 'department', share: 33.3, decimals: 1 })]
    expect(plain(shareImpossible.check({ ...table, results })[0]?.explanation.lv)).toContain('33,3 %')
  })

  test('keeps silent for 62 % and 66 % of 29, and for what was not asked', () => {
    expect(shareImpossible.check(ofOneGroup(heads, 62))).toEqual([])
    expect(shareImpossible.check(ofOneGroup(heads, 66))).toEqual([])
    expect(shareImpossible.check(aTable({ groups: [heads], shares: [[null]] }))).toEqual([])
  })

  test('fires for a response rate that no size of the group gives', () => {
    const group = aGroup({ respondents: 10, responseShare: wholePercent(97) })
    expect(group.population).toEqual({ kind: 'unknown' })
    expect(shareImpossible.check(ofOneGroup(group, 80))).toMatchObject([
      { subjects: [{ kind: 'surveyGroup', group: 'teachers' }] },
    ])
  })

  test('fires for a response rate that the given size contradicts', () => {
    const group = aGroup({
      respondents: 29,
      responseShare: wholePercent(97),
      population: populationOf(29, null, 40),
    })
    const [finding] = shareImpossible.check(ofOneGroup(group, 79))
    expect(plain(finding?.explanation.lv)).toContain('29 no 40 ir 72,5 %')
  })
})

describe('survey-mean-differs', () => {
  const items = [anItem({ code: 'a' }), anItem({ code: 'b' })]
  const withMean = (percent: number) =>
    aTable({
      items,
      shares: [[80], [83]],
      printedMeans: [{ group: 'teachers', scope: 'all', percent, decimals: 0, source: null, locator: null }],
    })

  test('accepts both roundings of 81,5', () => {
    expect(surveyMeanDiffers.check(withMean(82))).toEqual([])
  })

  test('takes what unrounded shares explain for a notice', () => {
    expect(surveyMeanDiffers.check(withMean(81))).toMatchObject([{ severity: 'notice' }])
  })

  test('fires for a mean that is not one', () => {
    const [finding] = surveyMeanDiffers.check(withMean(85))
    expect(finding).toMatchObject({
      severity: 'contradiction',
      subjects: [{ kind: 'surveyGroup', survey: 'survey', group: 'teachers' }],
    })
    expect(plain(finding?.explanation.lv)).toContain('81,5 %')
  })

  test('fires for the mean of a goal', () => {
    const table = aTable({
      items: [anItem({ goal: 'KP1' }), anItem({ code: 'b', goal: 'KP2' })],
      shares: [[80], [50]],
      printedMeans: [
        { group: 'teachers', scope: 'KP1', percent: 80, decimals: 0, source: null, locator: null },
        { group: 'teachers', scope: 'KP2', percent: 65, decimals: 0, source: null, locator: null },
      ],
    })
    expect(surveyMeanDiffers.check(table).map(({ explanation }) => explanation.en)).toEqual([
      expect.stringContaining('goal KP2'),
    ])
  })

  test('accepts a mean of an item with weights or without, and nothing else', () => {
    const ofItem = (percent: number) =>
      surveyMeanDiffers.check(
        aTable({
          groups: [teachers, guardians],
          items: [anItem({ printedMean: wholePercent(percent) })],
          shares: [[80, 60]],
        }),
      )
    expect(ofItem(70)).toEqual([])
    expect(ofItem(64)).toEqual([])
    expect(ofItem(62)).toEqual([])
    expect(ofItem(75)).toMatchObject([{ subjects: [{ kind: 'surveyItem', item: 'vision' }] }])
  })
})

describe('mean-unweighted', () => {
  const printed = (groups: SurveyGroup[], percent: number) =>
    meanUnweighted.check(
      aTable({ groups, items: [anItem({ printedMean: wholePercent(percent) })], shares: [[80, 60]] }),
    )

  test('says the three kinds', () => {
    const [finding] = printed([teachers, guardians], 70)
    expect(finding).toMatchObject({ severity: 'notice', subjects: [{ kind: 'surveyItem', item: 'vision' }] })
    expect(plain(finding?.explanation.lv)).toContain(
      '“Vīzija”: 70 % nesvērti, 64 % pēc respondentiem, 61,8 % pēc grupu lieluma',
    )
  })

  test('names the groups of unknown size', () => {
    expect(printed([department, guardians], 70)[0]?.explanation.en).toContain('unknown size')
  })

  test('keeps silent for groups of like size and for weighted means', () => {
    expect(printed([teachers, aGroup({ code: 'others', respondents: 250 })], 70)).toEqual([])
    expect(printed([teachers, guardians], 64)).toEqual([])
  })
})

describe('survey-low-response', () => {
  const low = (claimedRepresentative: boolean | null) =>
    surveyLowResponse.check(
      aTable({
        survey: aSurvey({ claimedRepresentative }),
        groups: [teachers, guardians],
        shares: [[80, 60]],
      }),
    )

  test('contradicts the claim to be representative', () => {
    const [finding] = low(true)
    expect(finding).toMatchObject({
      severity: 'obstacle',
      subjects: [{ kind: 'surveyGroup', survey: 'survey', group: 'guardians' }],
    })
    expect(plain(finding?.explanation.lv)).toContain('“Vecāki” (15 %, 1148 no aptuveni 7653)')
    expect(plain(finding?.explanation.lv)).toContain('8,5 procentpunktiem')
  })

  test('is a notice where nothing is claimed', () => {
    expect(low(null)).toMatchObject([{ severity: 'notice' }])
  })

  test('keeps silent from 30 % on, and where the response is not known', () => {
    const third = aGroup({ respondents: 300, responseShare: wholePercent(30) })
    expect(surveyLowResponse.check(aTable({ groups: [third, department], shares: [[80, 60]] }))).toEqual([])
  })
})

describe('survey-small-group', () => {
  test('names the group and no figure of its own', () => {
    const [finding] = surveySmallGroup.check(ofOneGroup(heads, 79))
    expect(finding).toMatchObject({ subjects: [{ kind: 'surveyGroup', survey: 'survey', group: 'heads' }] })
    expect(plain(finding?.explanation.lv)).toContain('“Vadītāji” atbildēja mazāk nekā 30 cilvēku')
    expect(finding?.explanation.en).not.toMatch(/29|79/)
  })

  test('says the same whether the figures are covered or not', () => {
    const table = ofOneGroup(department, 40)
    expect(surveySmallGroup.check(protectTable(table, RULES))).toEqual(surveySmallGroup.check(table))
  })

  test('keeps silent from 30 respondents on', () => {
    expect(surveySmallGroup.check(ofOneGroup(aGroup({ respondents: 30 }), 80))).toEqual([])
  })
})

test('what is few in several surveys is said once of a group, with all of them', () => {
  const ofSurvey = (key: string) => ({ ...ofOneGroup(heads, 86), survey: aSurvey({ key }) })
  const rule = surveyRules.find(({ code }) => code === 'survey-small-group')
  const findings = rule?.check([ofSurvey('one'), ofSurvey('two'), ofOneGroup(department, 40)]) ?? []
  expect(findings).toMatchObject([
    { subjects: [{ survey: 'one' }, { survey: 'two' }] },
    { subjects: [{ survey: 'survey' }] },
  ])
  expect(findings[0]?.explanation.lv.match(/Aptaujā/g)).toHaveLength(2)
})

describe('survey-shares-tell-on-few', () => {
  const tell = (table: SurveyTable) => surveySharesTellOnFew.check(markCovered(table, RULES))
  test('fires for what is covered, and names no figure', () => {
    const [finding] = tell(ofOneGroup(department, 40))
    expect(finding?.subjects).toEqual([
      { kind: 'surveyGroup', survey: 'survey', group: 'department' },
      { kind: 'surveyItem', survey: 'survey', item: 'vision', group: 'department' },
    ])
    expect(plain(finding?.explanation.lv)).toContain('“Vīzija”')
    expect(plain(finding?.explanation.lv)).not.toMatch(/\d/)
    expect(tell(ofOneGroup(heads, 86))).toHaveLength(1)
    expect(tell(ofOneGroup(department, 100))).toHaveLength(1)
  })

  test('says the same to whoever sees the figures and whoever does not', () => {
    const table = ofOneGroup(department, 40)
    expect(tell(table)).toEqual(surveySharesTellOnFew.check(protectTable(table, RULES)))
  })

  test('keeps silent for halves and for large groups', () => {
    expect(tell(ofOneGroup(department, 50))).toEqual([])
    expect(tell(ofOneGroup(guardians, 99))).toEqual([])
  })
})

describe('survey-groups-disagree', () => {
  const disagree = (groups: SurveyGroup[], shares: number[]) =>
    surveyGroupsDisagree.check(aTable({ groups, shares: [shares] }))

  test('names both groups and the interval', () => {
    const [finding] = disagree([teachers, guardians], [84, 71])
    expect(finding).toMatchObject({
      severity: 'notice',
      subjects: [{ group: 'teachers' }, { group: 'guardians' }],
    })
    expect(plain(finding?.explanation.lv)).toContain('84 % grupā “Pedagogi” (288 respondenti)')
    expect(plain(finding?.explanation.lv)).toContain(
      'Starpība ir 13 procentpunktu (95 % intervāls no 9 līdz 17)',
    )
  })

  test('keeps silent where the groups are too small or the gap is not certain', () => {
    expect(disagree([heads, department], [76, 50])).toEqual([])
    expect(disagree([teachers, guardians], [72, 71])).toEqual([])
  })

  test('names three items at most', () => {
    const table = aTable({
      groups: [teachers, guardians],
      items: ['a', 'b', 'c', 'd'].map((code) => anItem({ code })),
      shares: [
        [90, 50],
        [90, 51],
        [90, 52],
        [90, 53],
      ],
    })
    expect(surveyGroupsDisagree.check(table).map(({ subjects }) => subjects[0])).toMatchObject([
      { item: 'a' },
      { item: 'b' },
      { item: 'c' },
    ])
  })
})

test('every rule finds under its own code', () => {
  expect(surveyRules.map(({ code }) => code)).toEqual([...new Set(surveyRules.map(({ code }) => code))])
})
