import { describe, expect } from 'vitest'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))

const PAGE = '/liepaja/datu-kvalitate/apgalvojumi'
const form = (query: Record<string, string>) => `${PAGE}/labot?${new URLSearchParams(query)}`

describe('the working twin of the claims', () => {
  test('judges a claim before it is saved, and says why', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const address = form({ kods: '+', veids: 'count' })
    const typed = {
      key: 'darbibu-par-daudz',
      text_lv: 'Plānā ir 99 darbības.',
      text_en: 'The plan has 99 actions.',
      'subject.1': 'actions',
      value: '99',
      source: 'evaluation',
      locator: '2.1. nodaļa, 5. rinda',
    }
    const preview = await anna.send(address, typed, 'preview')
    expect(preview.status).toBe(200)
    const page = await preview.text()
    expect(page).toContain('dati to atspēko')
    expect(page).toContain('Saskaitot iznāk 47, nevis 99')
    expect(await anna.publicly(PAGE)).not.toContain('Plānā ir 99 darbības.')
    const true_ = await (await anna.send(address, { ...typed, value: '47' }, 'preview')).text()
    expect(true_).toContain('dati to apstiprina')

    expect((await anna.send(address, typed)).status).toBe(303)
    const shown = await anna.publicly(PAGE)
    expect(shown).toContain('Plānā ir 99 darbības.')
    expect(shown).toContain('2.1. nodaļa, 5. rinda')
    const own = form({ kods: 'darbibu-par-daudz' })
    expect((await anna.send(own, { value: '47', official_lv: 'Plānā ir 47 darbības' })).status).toBe(303)
    expect(await anna.publicly(PAGE)).toContain('“Plānā ir 47 darbības”')
    expect((await anna.send(own, { kept: 'withdrawn' })).status).toBe(303)
    expect(await anna.publicly(PAGE)).not.toContain('“Plānā ir 47 darbības”')
  })

  test('chooses the series that a claim speaks of, and asks for all that its kind needs', async ({
    db,
    liepaja,
  }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const address = form({ kods: '+', veids: 'trend' })
    const empty = await anna.send(address, {})
    expect(empty.status).toBe(422)
    const page = await empty.text()
    for (const field of ['key', 'text_lv', 'text_en', 'direction', 'from_period', 'to_period'])
      expect(page, field).toContain(`href="#field-${field}"`)
    const typed = {
      key: 'rinda-krit',
      text_lv: 'Rinda samazinās.',
      text_en: 'The queue is falling.',
      direction: 'sideways',
      from_period: 'baseline',
      to_period: '2024/2025',
    }
    const wrong = await anna.send(address, typed)
    expect(wrong.status).toBe(422)
    const found = await wrong.text()
    expect(found).toContain('href="#field-direction"')
    const right = await anna.send(address, { ...typed, direction: 'down', 'subject.1': '3' }, 'preview')
    expect(right.status).toBe(200)
    expect(await right.text()).toContain('Rinda samazinās.')
  })

  test('opens every stored claim as it is stored', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const page = await anna.read(form({}))
    const keys = [...page.matchAll(/labot\?kods=([\w-]+)"/g)].map(([, key]) => key ?? '')
    expect(keys.length).toBeGreaterThan(60)
    for (const key of [
      'progress-best',
      'values-highest',
      'k1-private',
      'kp1-positive',
      'adopted-before-guidelines',
      'interest-kept',
    ]) {
      expect(keys).toContain(key)
      // Saving a form as it is drawn changes nothing, whatever the kind of claim.
      const answer = await anna.send(form({ kods: key }), {})
      expect(answer.status, key).toBe(422)
      expect(await answer.text(), key).toContain('Nekas vēl nav mainīts')
    }
  })
})
