import { describe, expect, test } from 'vitest'
import { anAction } from '../testing.ts'
import { type Known, LACKS, lacksOf } from './lacks.ts'
import type { FundingLine } from './model.ts'

const nothing: Known = { accountable: new Set(), parties: [], milestones: [], funding: [] }
const cited = { source: null, locator: null }
const title = { lv: 'Posms', en: 'Step' }
const step = { action: '1.1.1', code: 's1', title, dueOn: null, doneOn: null, ...cited }
const money = (given: Partial<FundingLine>): FundingLine => ({
  action: '1.1.1',
  code: 'f1',
  fund: 'municipality',
  title: null,
  year: null,
  planned: null,
  spent: null,
  ...cited,
  ...given,
})

describe('what an action lacks', () => {
  test('is everything of which nothing is said', () => {
    expect(lacksOf(anAction({ dueOn: null, deliverable: null }), nothing)).toEqual(LACKS)
  })

  test('is nothing when all is said, whoever else lacks it', () => {
    const known: Known = {
      accountable: new Set(['1.1.1']),
      parties: [{ ...step, code: 'd1', institution: null, name: title, part: title }],
      milestones: [{ ...step, kind: 'milestone' }],
      funding: [money({ planned: 0 })],
    }
    expect(lacksOf(anAction(), known)).toEqual([])
    expect(lacksOf(anAction({ code: '1.1.2' }), known)).toEqual([
      'accountable',
      'parties',
      'milestones',
      'funding',
    ])
  })

  test('is not money where none is needed, and is where its sum is not known', () => {
    expect(lacksOf(anAction(), { ...nothing, funding: [money({ fund: 'none' })] })).not.toContain('funding')
    expect(lacksOf(anAction(), { ...nothing, funding: [money({})] })).toContain('funding')
  })

  test('is not a deliverable where one is among what is to be handed over', () => {
    const known: Known = { ...nothing, milestones: [{ ...step, kind: 'deliverable' }] }
    const lacks = lacksOf(anAction({ deliverable: null }), known)
    expect(lacks).not.toContain('deliverable')
    expect(lacks).toContain('milestones')
  })
})
