import { describe, expect, test } from 'vitest'
import { readIndicatorTemplates, TEMPLATE_THEMES } from '#modules/indicators.server'
import type { DraftFiles } from '#platform/draft-dataset/tables.server.ts'
import { checkFolder } from '../read-folder.server.ts'
import { asPreview } from './as-preview.ts'
import { asFigureComplaints } from './check-draft.server.ts'
import { withDraftFolder } from './draft-folder.server.ts'
import { missingSteps, rowsOf } from './draft-rows.ts'
import { figuresIn, fillFigures } from './fill-figures.ts'
import { addOwnIndicator, chooseTemplates, removeIndicator } from './fill-indicators.ts'
import { addInstitution, fillGoals, fillPlan, freeKey, goalsIn, planIn } from './fill-plan.ts'

const templates = await readIndicatorTemplates()
const plan = fillPlan({}, 'talsu-novads', {
  title: 'Izglītības stratēģija',
  from: 2026,
  to: 2029,
  isAdopted: 'no',
})
const goals = fillGoals(plan, 'Pieejamība\nDrošība')
const check = (files: DraftFiles) =>
  withDraftFolder(files, async (folder) => (await checkFolder(folder)).problems)
const picked = (...codes: string[]) => Object.fromEntries(codes.map((code) => [`pick.${code}`, 'yes']))

describe('the catalogue of indicators', () => {
  test('has something for every theme, and each of them can be loaded as it is', async () => {
    expect(new Set(templates.map(({ theme }) => theme))).toEqual(new Set(TEMPLATE_THEMES))
    const all = chooseTemplates(goals, templates, picked(...templates.map(({ code }) => code)))
    expect(rowsOf(all, 'indicators')).toHaveLength(templates.length)
    expect(await check(all)).toEqual([])
  })

  test('says of every share what is counted, and of what', () => {
    const shares = templates.filter(({ value_kind }) => value_kind === 'share')
    expect(shares.length).toBeGreaterThan(5)
    for (const { code, numerator_lv, denominator_lv } of shares) {
      expect([code, numerator_lv === null, denominator_lv === null]).toEqual([code, false, false])
    }
  })
})

describe('a draft', () => {
  test('shows in its forms what was typed into them', () => {
    expect(planIn(plan)).toMatchObject({ title: 'Izglītības stratēģija', from: '2026', to: '2029' })
    expect(goalsIn(goals)).toBe('Pieejamība\nDrošība')
  })

  test('keeps the code of an indicator that stays, and drops the figures of one that goes', () => {
    const two = chooseTemplates(goals, templates, picked('not-harmed', 'vacancies'))
    const filled = fillFigures(two, {
      'period.1': '2025/2026',
      'value.1': '70,5',
      'value.2': '3',
      'period.2': '2025',
    })
    expect(figuresIn(filled)['value.1']).toBe('70,5')
    const one = chooseTemplates(filled, templates, picked('vacancies', 'belonging'))
    expect(rowsOf(one, 'indicators').map(({ code, template }) => [code, template])).toEqual([
      ['2', 'vacancies'],
      ['3', 'belonging'],
    ])
    expect(rowsOf(one, 'observations').map(({ series }) => series)).toEqual(['2'])
  })

  test('leaves no indicator with a goal that is gone', () => {
    const chosen = chooseTemplates(goals, templates, { ...picked('vacancies'), 'goal.vacancies': 'M2' })
    expect(rowsOf(chosen, 'indicators')[0]?.goal).toBe('M2')
    expect(rowsOf(fillGoals(chosen, 'Viens mērķis'), 'indicators')[0]?.goal).toBe('')
  })

  test('takes an own indicator and lets it go', async () => {
    const own = { title: 'Novietnes', unit: 'count', direction: 'up', aboutPersons: 'no' } as const
    const files = addOwnIndicator(goals, own, templates)
    expect(await check(files)).toEqual([])
    expect(rowsOf(removeIndicator(files, '1', templates), 'series')).toEqual([])
  })

  test('complains about each wrong figure at its own field, all at once', async () => {
    const two = chooseTemplates(goals, templates, picked('not-harmed', 'vacancies'))
    const wrong = fillFigures(two, {
      'period.1': 'vakar',
      'value.1': '70',
      'period.2': '2025',
      'value.2': 'daudz',
      'target.2': '5',
      'year.2': '1800',
    })
    const complaints = asFigureComplaints(wrong, await check(wrong))
    expect(Object.keys(complaints)).toEqual(expect.arrayContaining(['period.1', 'value.2', 'year.2']))
  })

  test('says which steps are still missing', () => {
    expect(missingSteps({})).toEqual(['plan', 'goals', 'indicators', 'figures'])
    expect(missingSteps(goals)).toEqual(['indicators', 'figures'])
  })

  test.each([
    ['Kuldīgas 2. vidusskola', 'kuldigas-2-vidusskola'],
    ['  Ž–Š  ', 'z-s'],
    ['***', 'iestade'],
  ])('makes of “%s” the key %s, and another for a second one', (name, key) => {
    expect(freeKey(name, new Set())).toBe(key)
    expect(freeKey(name, new Set([key]))).toBe(`${key}-2`)
    const twice = addInstitution(addInstitution({}, { name, type: 'school' }), { name, type: 'school' })
    expect(rowsOf(twice, 'institutions').map((row) => row.key)).toEqual([key, `${key}-2`])
  })
})

test('links of a preview stay within it, and those of other places do not', () => {
  const html =
    '<body class="x"><a href="/talsu-novads/raditaji">a</a><a href="/en/talsu-novads">b</a><a href="/talsu-novads-2">c</a>'
  const shown = asPreview(html, {
    slug: 'talsu-novads',
    guide: '/darbs/talsu-novads/sakums',
    banner: 'Priekšskats <b>',
    back: 'Atpakaļ',
    path: (address) => address,
  })
  expect(shown).toContain('href="/darbs/talsu-novads/sakums/prieksskats/raditaji"')
  expect(shown).toContain('href="/en/darbs/talsu-novads/sakums/prieksskats"')
  expect(shown).toContain('href="/talsu-novads-2"')
  expect(shown).toContain('Priekšskats &lt;b>')
})
