import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { memberOf, openEditor } from '../../../../tests/support/editors.ts'
import { takeStep } from './consult.service.server.ts'
import { addWritten, carryOver } from './items.service.server.ts'
import { findPlan } from './plan-store.server.ts'
import { plantAsked, SLUG, test } from './plans.testing.ts'

describe('the department’s plan', () => {
  test('is begun on a page, seen by no institution while a draft, and takes over what is unfinished', async ({
    db,
    town,
  }) => {
    const { own } = await plantAsked(db, town)
    const specialist = memberOf(town, 'educationSpecialist', `specialist-${uuidv7()}`)
    const office = await openEditor(db, specialist)
    const home = `/darbs/${SLUG}/darba-plani`
    const typed = { title: 'Darba plāns', starts_on: '2041-01-01', ends_on: '2041-12-31', _once: uuidv7() }
    expect((await office.ask(`${home}/jauns`, { ...typed, ends_on: '2040-01-01' })).status).toBe(422)
    const begun = await office.ask(`${home}/jauns`, typed)
    expect([begun.status, begun.headers.get('location')]).toEqual([303, `${home}/2041`])
    expect((await office.ask(`${home}/jauns`, typed)).headers.get('location')).toBe(`${home}/2041`)
    const at = (key: string) => ({ municipalityId: town, slug: SLUG, key })
    await addWritten(db, specialist, at('2041'), [
      { task: 'Izdarīts darbs', progress: 'done', actions: ['1.1.1'] },
      { task: 'Nepabeigts darbs', progress: 'notDone', actions: ['1.1.2'], dueOn: '2041-06-01' },
      { task: 'Nepateikts darbs', ownNeed: 'Vajag' },
    ])
    const head = await openEditor(db, own.user)
    expect((await head.ask(`${home}/2041`)).status).toBe(404)
    expect((await head.ask(`${home}/jauns`)).status).toBe(403)

    const next = { ...typed, starts_on: '2042-01-01', ends_on: '2042-12-31', _once: uuidv7() }
    await office.ask(`${home}/jauns`, next)
    const left = await office.read(`${home}/2042/parnemt`)
    expect(left).toContain('Nepabeigts darbs')
    expect(left).not.toContain('Izdarīts darbs')
    const from = await readAs(db, specialist, (tx) => findPlan(tx, town, '2041'))
    const ids = new Set(from?.items.map(({ id }) => id))
    const counts = await Promise.all(
      [1, 2].map(() => carryOver(db, specialist, at('2042'), { from: '2041', ids })),
    )
    expect(counts.toSorted()).toEqual([0, 2])
    const to = await readAs(db, specialist, (tx) => findPlan(tx, town, '2042'))
    expect(
      to?.items.map(({ task, actions, ownNeed, dueOn, progress }) => ({
        task,
        actions,
        ownNeed,
        dueOn,
        progress,
      })),
    ).toEqual([
      { task: 'Nepabeigts darbs', actions: ['1.1.2'], ownNeed: null, dueOn: null, progress: null },
      { task: 'Nepateikts darbs', actions: [], ownNeed: 'Vajag', dueOn: null, progress: null },
    ])

    // Who submits does not agree, whatever the right.
    const version = to?.version ?? 0
    const agreed = { on: '2026-11-01', by: 'Vadītāja' }
    await takeStep(db, specialist, at('2042'), { step: 'submitted', version, words: null })
    const agree = { step: 'agreed', version: version + 1, words: null, agreed } as const
    expect(await takeStep(db, specialist, at('2042'), agree)).toEqual({
      kind: 'refused',
      why: 'strategy.alignment.refused.own',
    })
    const chief = memberOf(town, 'educationHead', 'chief')
    expect(await takeStep(db, chief, at('2042'), agree)).toEqual({ kind: 'done' })
    expect(await readAs(db, THE_PUBLIC, (tx) => findPlan(tx, town, '2042'))).toMatchObject({
      state: 'agreed',
    })
  })

  test('shows both texts to whoever saves second', async ({ db, town }) => {
    const specialist = memberOf(town, 'educationSpecialist', `specialist-${uuidv7()}`)
    const office = await openEditor(db, specialist)
    const home = `/darbs/${SLUG}/darba-plani`
    await office.ask(`${home}/jauns`, { title: 'Plāns', starts_on: '2051-01-01', ends_on: '2051-12-31' })
    await addWritten(db, specialist, { municipalityId: town, slug: SLUG, key: '2051' }, [
      { task: 'Sākotnējs' },
    ])
    const plan = await readAs(db, specialist, (tx) => findPlan(tx, town, '2051'))
    const address = `${home}/2051/uzdevumi/${plan?.items[0]?.id}`
    const drawn = await office.fields(address)
    expect((await office.ask(address, { ...drawn, task: 'Pirmais', _do: 'save' })).status).toBe(303)
    const second = await office.ask(address, { ...drawn, task: 'Otrais', _do: 'save' })
    expect(second.status).toBe(409)
    const page = await second.text()
    expect(page).toContain('Pirmais')
    expect(page).toContain('Otrais')
    expect((await office.send(address, { kept: 'withdrawn' })).status).toBe(303)
    expect((await readAs(db, specialist, (tx) => findPlan(tx, town, '2051')))?.items).toEqual([])
  })
})
