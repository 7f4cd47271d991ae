import { describe, expect, test } from 'vitest'
import { actionsWith, aMeasured, anAction, aProgramme, aReport, aSource, someData } from '../testing.ts'
import { actionDeferredWithoutReason } from './action-deferred-without-reason.ts'
import { actionImplementedWithOpenWork } from './action-implemented-with-open-work.ts'
import { actionSameCommentDifferentStatus } from './action-same-comment-different-status.ts'
import { actionUnfinishedWithoutComment } from './action-unfinished-without-comment.ts'
import { actionWithoutDeadline } from './action-without-deadline.ts'
import { actionWithoutMeasurableResult } from './action-without-measurable-result.ts'
import { actionWithoutResponsible } from './action-without-responsible.ts'
import { actionWithoutStatus } from './action-without-status.ts'
import { documentDatedBeforeItsData } from './document-dated-before-its-data.ts'
import { goalWithoutIndicator } from './goal-without-indicator.ts'
import { findStrategyFindings, strategyRules } from './index.ts'
import { planColumnAbsent } from './plan-column-absent.ts'
import { programmeLinksUnknown } from './programme-links-unknown.ts'
import { programmePromisedNotWritten } from './programme-promised-not-written.ts'
import { strategyAdoptedAfterStart } from './strategy-adopted-after-start.ts'

test('a good plan gives no findings', () => {
  expect(findStrategyFindings(someData({ programmes: [aProgramme()], sources: [aSource()] }))).toEqual([])
})

test('every rule has a code of its own', () => {
  expect(new Set(strategyRules.map((rule) => rule.code)).size).toBe(strategyRules.length)
})

describe('strategy-adopted-after-start', () => {
  test('says how late', () => {
    const [finding] = strategyAdoptedAfterStart.check(someData({ decidedOn: '2022-01-22' }))
    expect(finding?.explanation.lv).toBe(
      'Stratēģija sākas 01.01.2022., bet apstiprināta 22.01.2022. – starpība ir 21 diena.',
    )
  })
  test('is content with a strategy adopted in time', () => {
    expect(strategyAdoptedAfterStart.check(someData({ decidedOn: '2021-12-16' }))).toEqual([])
  })
})

describe('document-dated-before-its-data', () => {
  const indicators = [aMeasured({ results: { '2023/2024': 1, '2024/2025': 2 } })]
  const early = aSource({ preparedTo: '2024-12-31' })

  test('finds a date of the data that is later than the document', () => {
    const sources = [aSource({ preparedTo: '2024-12-31', statesDataTo: '2025-10-01' })]
    const findings = documentDatedBeforeItsData.check(someData({ sources }))
    expect(findings).toMatchObject([{ severity: 'contradiction', subjects: [{ key: 'evaluation' }] }])
  })
  test('finds results of periods that had not ended, in one finding', () => {
    const findings = documentDatedBeforeItsData.check(someData({ sources: [early], indicators }))
    expect(findings).toMatchObject([
      { severity: 'notice', subjects: [{ kind: 'source' }, { kind: 'indicator', code: '1' }] },
    ])
    expect(findings[0]?.explanation.en).toContain('1 figure for 1 indicator in 2024/2025')
  })
  test('is content with a document that is younger than its data, and with context figures', () => {
    expect(documentDatedBeforeItsData.check(someData({ sources: [aSource()], indicators }))).toEqual([])
    const context = someData({ sources: [early], indicators, goalOfIndicator: new Map() })
    expect(documentDatedBeforeItsData.check(context)).toEqual([])
  })
})

describe('action-same-comment-different-status', () => {
  const commented = (code: string, status: 'partial' | 'inProgress', lv: string) =>
    anAction({ code, history: [aReport({ status, comment: { lv, en: 'Not written; some work.' } })] })

  test('finds comments that begin alike while statuses differ', () => {
    const actions = [
      commented('1.1.1', 'partial', 'Programma nav izstrādāta; notiek iniciatīvas.'),
      commented('1.1.2', 'inProgress', 'Programma  nav izstrādāta; ir plāni.'),
      commented('1.1.3', 'partial', 'Darbs sākts.'),
    ]
    const [finding] = actionSameCommentDifferentStatus.check(someData({ actions }))
    expect(finding?.subjects).toEqual([
      { kind: 'action', code: '1.1.1' },
      { kind: 'action', code: '1.1.2' },
    ])
    expect(finding?.explanation.en).toContain('1.1.1 – partly done; 1.1.2 – in progress')
  })
  test('is content with the same comment and the same status', () => {
    const actions = [
      commented('1.1.1', 'partial', 'Jāuzlabo.'),
      commented('1.1.2', 'partial', 'Jāuzlabo.'),
      commented('1.1.3', 'inProgress', 'Notiek.'),
    ]
    expect(actionSameCommentDifferentStatus.check(someData({ actions }))).toEqual([])
  })
})

describe('what actions lack is one finding', () => {
  const bare = anAction({ code: '1.1.2', responsible: null, dueOn: null, deliverable: null, history: [] })
  const data = someData({ actions: [anAction(), bare] })
  const good = someData()

  test('responsible', () => {
    expect(actionWithoutResponsible.check(data)[0]?.explanation.lv).toBe(
      '1 no 2 darbībām nav norādīts atbildīgais: 1.1.2.',
    )
    expect(actionWithoutResponsible.check(good)).toEqual([])
  })
  test('deadline', () => {
    const some = someData({ actions: [anAction(), bare, anAction({ code: '1.1.3', dueOn: null })] })
    expect(actionWithoutDeadline.check(some)[0]?.explanation).toEqual({
      lv: '2 no 3 darbībām nav norādīts termiņš: 1.1.2 un 1.1.3.',
      en: '2 of 3 actions without a deadline: 1.1.2 and 1.1.3.',
    })
    expect(actionWithoutDeadline.check(good)).toEqual([])
  })
  test('result', () => {
    expect(actionWithoutMeasurableResult.check(data)).toMatchObject([
      { severity: 'obstacle', subjects: [{ kind: 'action', code: '1.1.2' }] },
    ])
    expect(actionWithoutMeasurableResult.check(good)).toEqual([])
  })
  test('but not what no row of the plan carries, of which the document does not say anything', () => {
    const silent = someData({ actions: [bare, anAction({ ...bare, code: '1.1.3' })] })
    const rules = [actionWithoutResponsible, actionWithoutDeadline, actionWithoutMeasurableResult]
    expect(rules.flatMap(({ check }) => check(silent))).toEqual([])
  })
  test('report', () => {
    expect(actionWithoutStatus.check(data)).toHaveLength(1)
    expect(actionWithoutStatus.check(good)).toEqual([])
  })
})

describe('plan-column-absent', () => {
  const bare = anAction({ responsible: null, dueOn: null })

  test('says in one note what no row carries, and that it may be laid down all the same', () => {
    expect(planColumnAbsent.check(someData({ actions: [bare] }))).toEqual([
      {
        severity: 'notice',
        subjects: [{ kind: 'strategy' }],
        explanation: {
          lv: 'Ielādētais dokuments nepasaka, kas atbild par darbībām un līdz kuram laikam tās jāpabeidz. Tas nenozīmē, ka tas nav noteikts.',
          en: 'The document loaded does not say who is responsible for the actions and by when they are to be finished. That does not mean that it was not laid down.',
        },
      },
    ])
  })
  test('takes a programme that an action promises for no result of the plan', () => {
    const programmes = [aProgramme({ state: 'planned', promisedBy: '1.1.1' })]
    const actions = [anAction(), anAction({ code: '1.1.2', deliverable: null })]
    const data = someData({ actions, programmes })
    expect(planColumnAbsent.check(data)[0]?.explanation.en).toContain('what result is expected')
    expect(actionWithoutMeasurableResult.check(data)).toEqual([])
  })
  test('asks for owners and methods of indicators', () => {
    const indicators = [aMeasured({ baseline: 1 })]
    expect(planColumnAbsent.check(someData({ indicators }))[0]?.explanation.lv).toContain(
      'kas atbild par rādītājiem un kā rādītājus aprēķina',
    )
  })
  test('is an obstacle where nothing can be judged without it', () => {
    const indicators = [aMeasured({ baseline: 1, owner: 'Analītiķis', direction: 'none' })]
    const [finding] = planColumnAbsent.check(someData({ indicators }))
    expect(finding?.severity).toBe('obstacle')
    expect(finding?.explanation.lv).toContain('vai labāk ir vairāk vai mazāk')
  })
  test('is content with one row that carries each, and with no plan at all', () => {
    expect(planColumnAbsent.check(someData({ actions: [anAction(), bare] }))).toEqual([])
    expect(planColumnAbsent.check(someData({ actions: [] }))).toEqual([])
  })
})

describe('action-unfinished-without-comment', () => {
  const partial = (code: string, comment: string | null) =>
    anAction({
      code,
      history: [
        aReport({ status: 'partial', comment: comment === null ? null : { lv: comment, en: comment } }),
      ],
    })

  test('finds the ones without a comment among those with one', () => {
    const actions = [partial('1.1.1', 'Darbs sākts.'), partial('1.1.2', null)]
    expect(actionUnfinishedWithoutComment.check(someData({ actions }))).toMatchObject([
      { severity: 'notice', subjects: [{ code: '1.1.2' }] },
    ])
  })
  test('is content where all have comments, and where the document carries none', () => {
    const all = [partial('1.1.1', 'Darbs sākts.'), partial('1.1.2', 'Jāuzlabo.')]
    expect(actionUnfinishedWithoutComment.check(someData({ actions: all }))).toEqual([])
    expect(actionUnfinishedWithoutComment.check(someData({ actions: [partial('1.1.1', null)] }))).toEqual([])
  })
})

describe('action-implemented-with-open-work', () => {
  const implemented = (lv: string) =>
    someData({
      actions: [anAction({ history: [aReport({ status: 'implemented', comment: { lv, en: 'Comment.' } })] })],
    })

  test.each(['Skolās ieviesta; pirmsskolās vēl jāattīsta.', 'Kārtība nav izstrādāta.', 'Jāuzlabo vide.'])(
    'finds “%s”',
    (comment) => {
      expect(actionImplementedWithOpenWork.check(implemented(comment))).toMatchObject([
        { severity: 'contradiction', subjects: [{ code: '1.1.1' }] },
      ])
    },
  )
  test.each([
    'Jāatzīst, ka darbs paveikts.',
    'Sistēma izstrādāta un ieviesta.',
    'Jāņu svētki nav traucējuši.',
  ])('is content with “%s”', (comment) => {
    expect(actionImplementedWithOpenWork.check(implemented(comment))).toEqual([])
  })
  test('is content with work left in an action partly done', () => {
    const comment = { lv: 'Vēl jāuzlabo.', en: 'To be improved.' }
    const actions = [anAction({ history: [aReport({ status: 'partial', comment })] })]
    expect(actionImplementedWithOpenWork.check(someData({ actions }))).toEqual([])
  })
})

describe('action-deferred-without-reason', () => {
  test('finds a deferred action without a comment', () => {
    const actions = [anAction({ history: [aReport({ status: 'deferred' })] })]
    expect(actionDeferredWithoutReason.check(someData({ actions }))).toHaveLength(1)
  })
  test('is content with a reason', () => {
    expect(actionDeferredWithoutReason.check(someData({ actions: actionsWith('deferred') }))).toEqual([])
  })
})

describe('programmes', () => {
  test('finds a promise that was not kept, with the status of the action', () => {
    const programmes = [aProgramme({ state: 'planned', promisedBy: '1.1.1', links: [] })]
    const findings = programmePromisedNotWritten.check(someData({ programmes }))
    expect(findings).toMatchObject([{ severity: 'notice', subjects: [{ kind: 'action', code: '1.1.1' }] }])
    expect(findings[0]?.explanation.lv).toContain('To paredz darbība 1.1.1 (statuss: tiek īstenota).')
  })
  test('calls it a contradiction when the action is said to be implemented', () => {
    const programmes = [aProgramme({ state: 'planned', promisedBy: '1.1.1', links: [] })]
    const data = someData({ programmes, actions: actionsWith('implemented') })
    expect(programmePromisedNotWritten.check(data)).toMatchObject([{ severity: 'contradiction' }])
  })
  test('counts unknown links, stated or not', () => {
    const programmes = [aProgramme(), aProgramme({ code: 'other', links: [] })]
    const [finding] = programmeLinksUnknown.check(someData({ programmes }))
    expect(finding?.explanation.en).toContain('1 of 2')
  })
  test('is content with written programmes whose links are known', () => {
    const data = someData({ programmes: [aProgramme()] })
    expect(programmePromisedNotWritten.check(data)).toEqual([])
    expect(programmeLinksUnknown.check(data)).toEqual([])
  })
})

describe('goal-without-indicator', () => {
  test('finds a goal that nothing measures', () => {
    expect(goalWithoutIndicator.check(someData({ goalOfIndicator: new Map() }))).toHaveLength(1)
  })
  test('is content with one indicator', () => {
    expect(goalWithoutIndicator.check(someData())).toEqual([])
  })
})
