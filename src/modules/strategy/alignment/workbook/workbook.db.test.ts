import { type CellValue, writeXlsx } from 'hucre'
import { describe, expect } from 'vitest'
import { openEditor } from '../../../../../tests/support/editors.ts'
import { addWritten } from '../items.service.server.ts'
import { plantAsked, SLUG, test } from '../plans.testing.ts'
import { importPlan } from './import.service.server.ts'

describe('a plan as a workbook', () => {
  test('changes nothing when it comes back as it was, and is there once when sent twice', async ({
    db,
    town,
  }) => {
    const { own, at, read } = await plantAsked(db, town)
    await addWritten(db, own.user, at(own.key), [
      {
        task: '=1+1',
        goal: "'Mērķis",
        expected: 'Divas\nrindas',
        actions: ['1.1.1', '1.2.4'],
        progress: 'inProgress',
      },
      { task: 'Pašu lieta', ownNeed: 'Vajag', startsOn: '2027-01-01', dueOn: '2027-12-31', achieved: '0' },
      { task: 'Nav pateikts' },
    ])
    const head = await openEditor(db, own.user)
    const address = `/darbs/${SLUG}/attistibas-plani/${own.key}`
    const before = await read(own.user, own.key)
    for (const [language, prefix] of [
      ['lv', ''],
      ['en', '/en'],
    ] as const) {
      const file = await head.ask(`${prefix}${address}/plans.xlsx`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect([language, await importPlan(db, own.user, at(own.key), bytes)]).toEqual([
        language,
        { added: 0, changed: 0, same: 3 },
      ])
    }
    expect(await read(own.user, own.key)).toEqual(before)
  })

  test('is taken over whole or not at all, and says by cell what is wrong', async ({ db, town }) => {
    const { own, other, read } = await plantAsked(db, town)
    const head = await openEditor(db, own.user)
    const address = `/darbs/${SLUG}/attistibas-plani/${own.key}/augsupielade`
    const upload = async (rows: CellValue[][]) => {
      const form = new FormData()
      const bytes = await writeXlsx({ sheets: [{ name: 'Uzdevumi', rows }], stringMode: 'inline' })
      form.set('workbook', new File([bytes as BlobPart], 'plans.xlsx'))
      return head.ask(address, form)
    }
    const heads = ['Uzdevums', 'Termiņš', 'Stratēģijas darbības', 'Pašu vajadzība: kāpēc']
    const wrong = await upload([
      heads,
      ['Labs darbs', '2027-05-01', '1.2.4', null],
      ['Slikts darbs', '2027-05-32', '9.9.9', null],
    ])
    expect(wrong.status).toBe(422)
    const words = await wrong.text()
    expect(words).toContain('Uzdevumi!B3')
    expect(words).toContain('Uzdevumi!C3')
    expect((await read(own.user, own.key))?.items).toEqual([])
    const right = [heads, ['Labs darbs', '2027-05-01', '1.2.4', null], ['Cits darbs', null, null, 'Vajag']]
    expect((await upload(right)).headers.get('location')).toBe(`${address}?rezultats=2-0-0`)
    expect((await upload(right)).headers.get('location')).toBe(`${address}?rezultats=0-0-2`)
    const at = { municipalityId: town, slug: SLUG, key: own.key }
    await expect(importPlan(db, other.user, at, new Uint8Array())).rejects.toMatchObject({ status: 404 })
    expect((await read(own.user, own.key))?.items.map(({ task }) => task)).toEqual([
      'Labs darbs',
      'Cits darbs',
    ])
    expect(await head.read(`${address}?rezultats=2-0-0`)).toContain('Pievienoti: 2')
  })
})
