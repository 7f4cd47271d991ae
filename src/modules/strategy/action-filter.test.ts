import { describe, expect, test } from 'vitest'
import { type ActionFilter, asksAnything, filterActions } from './action-filter.ts'
import { anAction, aReport } from './testing.ts'

const TODAY = '2026-11-29'

describe('filterActions', () => {
  const library = anAction({
    code: '1.1.1',
    title: { lv: 'Skolu bibliotēkas', en: 'School libraries' },
    responsible: 'Izglītības pārvalde',
    dueOn: '2025-12-31',
    history: [aReport({ status: 'partial', comment: { lv: 'Jāuzlabo krājums.', en: 'The stock is poor.' } })],
  })
  const careers = anAction({ code: '2.1.1', goal: 'KP2', direction: '2.1', responsible: null, history: [] })
  const done = anAction({ code: '2.1.2', goal: 'KP2', direction: '2.1', dueOn: '2025-12-31' })
  const finished = { ...done, history: [aReport({ status: 'implemented' as const })] }
  const undated = anAction({ code: '2.1.3', goal: 'KP2', direction: '2.1', dueOn: null, history: [] })
  const actions = [library, careers, finished, undated]

  test('keeps all without a question', () => {
    expect(filterActions(actions, {}, TODAY)).toEqual(actions)
    expect(filterActions(actions, { text: ' ', goal: '', direction: '', states: [] }, TODAY)).toEqual(actions)
  })
  test.each<[ActionFilter, typeof actions]>([
    [{ goal: 'KP1' }, [library]],
    [{ direction: '2.1' }, [careers, finished, undated]],
    [{ states: ['partial'] }, [library]],
    [{ states: ['unreported'] }, [careers, undated]],
    [{ states: ['partial', 'implemented'] }, [library, finished]],
    [{ isOverdue: true }, [library, careers]],
    [{ isOverdue: true, states: ['partial'] }, [library]],
    [{ responsible: 'izglitibas parvalde', goal: 'KP1' }, [library]],
    [{ text: 'BIBLIOTEK skolu' }, [library]],
    [{ text: 'jauzlabo' }, [library]],
    [{ text: '2.1.1' }, [careers]],
    [{ text: 'bibliotēkas', goal: 'KP2' }, []],
  ])('%o', (filter, expected) => {
    expect(filterActions(actions, filter, TODAY)).toEqual(expected)
  })

  test('finds nothing overdue on the last day itself', () => {
    expect(filterActions([library], { isOverdue: true }, '2025-12-31')).toEqual([])
  })
})

test('asks for something once any part of it does', () => {
  expect(asksAnything({ states: [], text: undefined })).toBe(false)
  expect(asksAnything({ states: ['partial'] })).toBe(true)
  expect(asksAnything({ isOverdue: true })).toBe(true)
})
