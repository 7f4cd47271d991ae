import { describe, expect } from 'vitest'
import { startReading } from '#modules/findings'
import { findIndicatorsOfSeries, getIndicatorSet } from '#modules/indicators.server'
import { findCurrentStrategy, readTree } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { test as databaseTest } from '../../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../../tests/support/editors.ts'
import { actionsOf } from '../../model.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))
const PATH = '/darbs/liepaja/nakama-koncepcija'
const KEY = 'liepaja-2028-2033'
const OLD = 'liepaja-2020-2025'
const typed = {
  key: KEY,
  title: 'Izglītības attīstības koncepcija 2028–2033',
  title_en: 'Education development strategy 2028–2033',
  starts_on: '2028-01-01',
  ends_on: '2033-12-31',
}

describe('the next strategy', () => {
  test('is begun as a draft that says what it continues, and whose indicators keep their series', async ({
    db,
    liepaja,
  }) => {
    const user = memberOf(liepaja, 'educationHead', 'head')
    const head = await openEditor(db, user)
    const page = await head.read(PATH)
    expect(page).toContain('name="action.1.1.1"')
    const indicator = /name="indicator\.([^"]+)"/.exec(page)?.[1] ?? ''
    const wrong = await head.ask(PATH, {
      ...typed,
      key: 'citur-2028',
      ends_on: '2027-01-01',
      'action.1.1.1': 'yes',
    })
    expect(wrong.status).toBe(422)
    const words = await wrong.text()
    for (const field of ['key', 'ends_on']) expect(words).toContain(`href="#field-${field}"`)
    expect(words).toMatch(/name="action\.1\.1\.1"[^>]*checked/)

    const chosen = { 'action.1.1.1': 'yes', 'action.1.1.2': 'yes', [`indicator.${indicator}`]: 'yes' }
    const begun = await head.ask(PATH, { ...typed, ...chosen })
    expect(begun.status).toBe(303)
    expect(begun.headers.get('location')).toBe(`/liepaja/plani/${KEY}/strategija/labot`)
    expect((await head.ask(`/liepaja/plani/${KEY}/strategija/labot`)).status).toBe(200)
    expect((await head.ask(PATH, typed)).status).toBe(422)

    await readAs(db, user, async (tx) => {
      const tree = await readTree(startReading(tx, { municipalityId: liepaja, strategy: KEY }))
      if (!tree) throw new Error('there is no next strategy')
      expect(tree.strategy.version).toBe('draft')
      expect(actionsOf(tree).map(({ code, continues, history }) => [code, continues, history])).toEqual([
        ['1.1.1', `${OLD}/1.1.1`, []],
        ['1.1.2', `${OLD}/1.1.2`, []],
      ])
      const [goal] = tree.goals
      expect(goal?.continues).toBe(`${OLD}/${goal?.code}`)
      expect(goal?.directions.map(({ continues }) => continues)).toContain(`${OLD}/1.1`)
      const set = await getIndicatorSet(tx, liepaja, KEY)
      const taken = set.indicators.find(({ code }) => code === indicator)
      expect(taken?.continues).toEqual({ plan: OLD, code: indicator })
      const series = taken?.series ?? []
      expect(series.length).toBeGreaterThan(0)
      expect(series.every(({ results }) => results.length === 0)).toBe(true)
      expect(series.some(({ earlier }) => (earlier?.figures.length ?? 0) > 0)).toBe(true)
      expect(tree.goalOfIndicator.get(taken?.id ?? '')).toBeDefined()
      expect((await findCurrentStrategy(tx, liepaja))?.key).toBe(OLD)
      expect(
        await findIndicatorsOfSeries(
          tx,
          liepaja,
          OLD,
          series.map(({ key }) => key),
        ),
      ).not.toEqual([])
    })
    // Nobody outside sees it, and the current plan is as it was.
    expect(
      await readAs(db, THE_PUBLIC, (tx) =>
        readTree(startReading(tx, { municipalityId: liepaja, strategy: KEY })),
      ),
    ).toBeUndefined()
    expect(await head.publicly('/liepaja/strategija')).not.toContain('2028–2033')
  })
})
