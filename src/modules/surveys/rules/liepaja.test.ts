import { beforeAll, describe, expect, test } from 'vitest'
import type { SurveyRows } from '../sheets.ts'
import { tablesFromRows } from '../testing-rows.ts'
import { CORRECTIONS, change, correct } from './corrected-liepaja.testing.ts'
import { findSurveyFindings } from './index.ts'
import { compareFindings, readLiepaja, shortly } from './testing.ts'

let rows: SurveyRows
const find = (some: SurveyRows) => findSurveyFindings(tablesFromRows(some))

beforeAll(async () => {
  rows = await readLiepaja()
})

const IMPOSSIBLE = 'survey-share-impossible contradiction needs-in-practice heads/2.1'
const FEW_PARENTS = 'strategy-in-practice preschoolGuardians schoolGuardians'

/** Of one group, in every survey that it answered. */
const SMALL_HEADS = 'survey-small-group notice strategy-in-practice heads needs-in-practice'

/** What is true of the surveys of Liepāja and no fault of the rows. */
const NOTICES = [
  'mean-unweighted notice strategy-in-practice vision mission cooperation socialResponsibility statehood diversity excellence selfRealisation',
  SMALL_HEADS,
  'survey-small-group notice strategy-in-practice department needs-in-practice',
  'survey-shares-tell-on-few notice strategy-in-practice heads heads/statehood heads/excellence heads/selfRealisation needs-in-practice heads/1.1 heads/4.3',
  'survey-shares-tell-on-few notice strategy-in-practice department department/vision department/mission department/cooperation department/socialResponsibility department/statehood department/excellence department/selfRealisation needs-in-practice department/1.1 department/1.2 department/1.4 department/2.1 department/2.2 department/2.3 department/3.1 department/3.2 department/4.1 department/4.2 department/4.3',
  'survey-groups-disagree notice strategy-in-practice preschoolTeachers/excellence schoolGuardians/excellence',
  'survey-groups-disagree notice strategy-in-practice preschoolTeachers/statehood pupils/statehood',
  'survey-groups-disagree notice strategy-in-practice preschoolTeachers/selfRealisation schoolGuardians/selfRealisation',
]

describe('the surveys of Liepāja as they were published', () => {
  test('hold one impossible share and claim to represent parents of whom few answered', () => {
    expect(find(rows).map(shortly)).toEqual([
      IMPOSSIBLE,
      `survey-low-response obstacle ${FEW_PARENTS}`,
      ...NOTICES,
    ])
  })
  test('are explained in whole sentences without holes', () => {
    const texts = find(rows).flatMap(({ explanation }) => [explanation.lv, explanation.en])
    expect(texts.filter((text) => !/^[\p{Lu}\d].*\.$/u.test(text))).toEqual([])
    expect(texts.filter((text) => /undefined|null|NaN|Infinity|\d %| {2}/.test(text))).toEqual([])
  })
})

describe('one correction removes what it mends and nothing else', () => {
  const changeBy = (correction: typeof correct) => compareFindings(find(rows), find(correction(rows)))

  test('a share that a whole number of heads gives', () => {
    expect(changeBy(CORRECTIONS.shareOfHeads)).toEqual({ gone: [IMPOSSIBLE], come: [] })
  })
  test('a survey that does not call itself representative leaves a notice of the low response', () => {
    expect(changeBy(CORRECTIONS.representativeness)).toEqual({
      gone: [`survey-low-response obstacle ${FEW_PARENTS}`],
      come: [`survey-low-response notice ${FEW_PARENTS}`],
    })
  })
})

describe('a corrected copy', () => {
  test('has no contradiction and no obstacle, and the notices that are true', () => {
    expect(find(correct(rows)).map(shortly)).toEqual([
      `survey-low-response notice ${FEW_PARENTS}`,
      ...NOTICES,
    ])
  })

  const goneBad = (fault: typeof correct) => compareFindings(find(correct(rows)), find(fault(correct(rows))))
  const headsAboutNeeds = ({ survey, group }: { survey: string; group: string }) =>
    survey === 'needs-in-practice' && group === 'heads'

  test('says nothing of the response once enough parents have answered', () => {
    const answered = change('surveyGroups', ({ group }) => group.endsWith('Guardians'), {
      response_share: 30,
    })
    const left = find(answered(correct(rows))).map(shortly)
    expect(left).toEqual(NOTICES)
  })
  test('does not hide a wrong mean of a goal', () => {
    const fault = change('surveyMeans', (row) => headsAboutNeeds(row) && row.scope === 'KP2', {
      printed_mean: 74,
    })
    expect(goneBad(fault)).toEqual({
      gone: [],
      come: ['survey-mean-differs contradiction needs-in-practice heads'],
    })
  })
  test('does not hide a wrong mean of an item, which is then no unweighted mean either', () => {
    const fault = change('surveyItems', ({ item }) => item === 'vision', { printed_mean: 78 })
    expect(goneBad(fault)).toEqual({
      gone: [expect.stringMatching(/^mean-unweighted notice strategy-in-practice vision mission /)],
      come: [
        'survey-mean-differs contradiction strategy-in-practice vision',
        expect.stringMatching(/^mean-unweighted notice strategy-in-practice mission /),
      ],
    })
  })
  test('does not hide an impossible response, from which no size of the group follows', () => {
    const fault = change('surveyGroups', headsAboutNeeds, { response_share: 98 })
    expect(goneBad(fault)).toEqual({
      gone: [],
      come: ['survey-share-impossible contradiction needs-in-practice heads'],
    })
  })
  test('does not hide a response that the stated size of the group does not give', () => {
    const fault = change('surveyGroups', headsAboutNeeds, { population: 32 })
    expect(goneBad(fault).come).toContain('survey-share-impossible contradiction needs-in-practice heads')
  })
})
