import { beforeAll, describe, expect, test } from 'vitest'
import { CORRECTIONS, change, correct } from './corrected-liepaja.testing.ts'
import { findStrategyFindings } from './index.ts'
import { asStrategyData, compareFindings, type Rows, readLiepaja, shortly } from './testing.ts'

let rows: Rows
const find = (some: Rows) => findStrategyFindings(asStrategyData(some))
const lines = (some: Rows) => find(some).map(shortly)

beforeAll(async () => {
  rows = await readLiepaja()
})

/** What is true of the strategy of Liepāja and no fault of the rows. */
const NOTICES = {
  claims: [
    'claim-count-differs notice claim:actions-not-done',
    'claim-trend-unsteady notice claim:interest-education 8',
    'claim-trend-unsteady notice claim:support-staff 2/preschool',
    'claim-trend-unsteady notice claim:talents 18/secondary',
    'claim-trend-unsteady notice claim:stem 16',
    'claim-trend-unsteady notice claim:development 23',
    'claim-trend-unsteady notice claim:lifelong 26',
    'claim-trend-unsteady notice claim:higher-education 27',
    'claim-trend-unsteady notice claim:expelled-2024 9/lvt 9/ljk',
    'claim-ranking-contradicted notice claim:needs-gap 4.1 2.2',
  ],
  dates: [
    'document-dated-before-its-data notice source:evaluation 1 2 3 4 5 6 7 8 9 10 11 13 14 15 16 18 19 20 21 22 23 24 25 26 27 28 30 31',
    'strategy-adopted-after-start notice decision',
  ],
  actions: ['action-unfinished-without-comment notice 3.2.7 4.2.1'],
  plan: ['plan-column-absent notice strategy'],
  programmes: ['1.1.2', '1.1.3', '2.1.1', '2.1.2', '2.1.3', '2.2.1'].map(
    (action) => `programme-promised-not-written notice ${action}`,
  ),
}

describe('the strategy of Liepāja as it was published', () => {
  const ofRules = (start: string) => lines(rows).filter((line) => line.startsWith(start))

  test('is described in words that its figures and dates contradict or cannot answer', () => {
    expect(ofRules('claim-')).toEqual([
      'claim-count-differs notice claim:actions-not-done',
      'claim-trend-contradicted contradiction claim:expelled-2023 9/mikc',
      ...NOTICES.claims.slice(1, -1),
      'claim-trend-unverifiable obstacle claim:inclusion-training 6',
      'claim-without-figure obstacle claim:budget 19',
      'claim-without-figure obstacle claim:international 24 25',
      'claim-without-figure obstacle claim:inclusive-all 1/preschool 1/school',
      ...NOTICES.claims.slice(-1),
      'claim-order-contradicted contradiction claim:adopted-before-guidelines decision',
    ])
  })
  test('was evaluated before its data were there, and adopted after it began', () => {
    expect([...ofRules('document-'), ...ofRules('strategy-')]).toEqual([
      'document-dated-before-its-data contradiction source:evaluation',
      ...NOTICES.dates,
    ])
  })
  test('is loaded without who does what until when and with what result, which is one note', () => {
    const withoutDeliverable = rows.actions.filter((action) => action.deliverable_lv === null)
    expect(withoutDeliverable).toHaveLength(41)
    expect(ofRules('action-without-')).toEqual([])
    expect(ofRules('plan-')).toEqual(NOTICES.plan)
    expect(find(rows).find(({ code }) => code === 'plan-column-absent')?.explanation.en).toBe(
      'The document loaded does not say who is responsible for the actions, by when they are to be finished, what result is expected of them and who answers for the indicators. That does not mean that it was not laid down.',
    )
  })
  test('rates actions that are in the same state differently, and says of two not what is left', () => {
    expect(ofRules('action-')).toEqual([
      'action-same-comment-different-status contradiction 1.1.3 2.1.1 2.2.1',
      'action-implemented-with-open-work contradiction 1.2.3',
      ...NOTICES.actions,
    ])
  })
  test('promises six programmes that were not written and does not say what the others serve', () => {
    expect(ofRules('programme-')).toEqual([
      ...NOTICES.programmes,
      'programme-links-unknown obstacle programmeLinks',
    ])
  })
  test('measures every goal', () => {
    expect(ofRules('goal-')).toEqual([])
  })
  test('is explained in whole sentences without holes', () => {
    const texts = find(rows).flatMap(({ explanation }) => [explanation.lv, explanation.en])
    expect(texts.filter((text) => !/^[\p{Lu}\d].*\.$/u.test(text))).toEqual([])
    expect(texts.filter((text) => /undefined|null|NaN|Infinity|\d %| {2}/.test(text))).toEqual([])
  })
})

describe('one correction removes what it mends and nothing else', () => {
  const of = (name: keyof typeof CORRECTIONS) => compareFindings(find(rows), find(CORRECTIONS[name](rows)))

  test.each<[string, keyof typeof CORRECTIONS, string]>([
    [
      'figures of one unit and one method answer for a trend',
      'trainedTeachers',
      'claim-trend-unverifiable obstacle claim:inclusion-training 6',
    ],
    [
      'what is said of a number of projects is answered by it',
      'internationalProjects',
      'claim-without-figure obstacle claim:international 24 25',
    ],
    [
      'what is said of a share is answered by it',
      'budgetShare',
      'claim-without-figure obstacle claim:budget 19',
    ],
    [
      'what is said of a number of institutions is answered by it',
      'inclusiveInstitutions',
      'claim-without-figure obstacle claim:inclusive-all 1/preschool 1/school',
    ],
    [
      'more were expelled where the text says so',
      'expelled',
      'claim-trend-contradicted contradiction claim:expelled-2023 9/mikc',
    ],
    [
      'what came later is called later',
      'orderOfDecisions',
      'claim-order-contradicted contradiction claim:adopted-before-guidelines decision',
    ],
    [
      'data are dated before the document',
      'dateOfData',
      'document-dated-before-its-data contradiction source:evaluation',
    ],
    [
      'actions in different states have comments of their own',
      'comments',
      'action-same-comment-different-status contradiction 1.1.3 2.1.1 2.2.1',
    ],
    [
      'an action that is done has no work left',
      'statusOfMonitoring',
      'action-implemented-with-open-work contradiction 1.2.3',
    ],
    [
      'programmes say which directions they serve',
      'programmeLinks',
      'programme-links-unknown obstacle programmeLinks',
    ],
  ])('%s', (_, name, gone) => {
    expect(of(name)).toEqual({ gone: [gone], come: [] })
  })
  test.each([
    ['who is responsible', 'responsible', 'who is responsible for the actions'],
    ['until when', 'deadlines', 'by when they are to be finished'],
    ['with what result', 'deliverables', 'what result is expected of them'],
  ] as const)('every action says %s, and the note no longer asks for it', (_, name, asked) => {
    expect(of(name)).toEqual({ gone: NOTICES.plan, come: NOTICES.plan })
    const note = find(CORRECTIONS[name](rows)).find(({ code }) => code === 'plan-column-absent')
    expect(note?.explanation.en).not.toContain(asked)
  })
})

describe('a corrected copy', () => {
  test('has no contradiction and no obstacle, and the notices that are true', () => {
    expect(lines(correct(rows))).toEqual(Object.values(NOTICES).flat())
  })

  const goneBad = (fault: (some: Rows) => Rows) =>
    compareFindings(find(correct(rows)), find(fault(correct(rows))))

  test('says nothing of dates once the document follows its data and the decision precedes the strategy', () => {
    const document = change('sources', ({ key }) => key === 'evaluation', { prepared_to: '2025-11-30' })
    const decision = change('strategy', () => true, { decided_on: '2019-12-12' })
    const left = lines(decision(document(correct(rows))))
    expect(left.filter((line) => /^(document|strategy)-/.test(line))).toEqual([])
  })
  test('does not hide a wrong count', () => {
    const fault = change('claims', ({ key }) => key === 'kp2-partial', { value: 3 })
    expect(goneBad(fault)).toEqual({
      gone: [],
      come: ['claim-count-differs contradiction claim:kp2-partial'],
    })
  })
  test('does not hide a wrong share', () => {
    const fault = change('claims', ({ key }) => key === 'actions-partial', { share: 31 })
    expect(goneBad(fault)).toEqual({
      gone: [],
      come: ['claim-count-differs contradiction claim:actions-partial'],
    })
  })
  test('does not hide a wrong sum', () => {
    const fault = change('claims', ({ key }) => key === 'k1-2024', { value: 3427 })
    expect(goneBad(fault)).toEqual({
      gone: [],
      come: ['claim-sum-differs contradiction claim:k1-2024 K1/municipality K1/private K1/total'],
    })
  })
  test('does not hide a deferral without a reason', () => {
    const fault = change('actionStatus', ({ action }) => action === '1.3.4', {
      comment_lv: null,
      comment_en: null,
    })
    expect(goneBad(fault)).toEqual({ gone: [], come: ['action-deferred-without-reason obstacle 1.3.4'] })
  })
})
