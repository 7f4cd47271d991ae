import { expect } from 'vitest'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'

const plainText = (html: string) => html.replaceAll(/<!--.*?-->/g, '').replaceAll(/<[^>]*>/g, '')

test('one status of a new year does not date the whole plan to that year', async ({ db }) => {
  const liepaja = await municipalityIdOf(db, 'liepaja')
  const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
  const pages = ['/liepaja', '/liepaja/ricibas-plans', '/liepaja/strategija']
  const sayAll = async (sentence: string) => {
    const texts = await Promise.all(pages.map(async (page) => plainText(await anna.publicly(page))))
    expect(texts.map((text) => text.includes(sentence))).toEqual([true, true, true])
  }
  await sayAll('Visi statusi ir tādi, kādi tie bija 2024./2025. mācību gadā.')
  const query = new URLSearchParams({ dala: 'statuss', par: '2025/2026' })
  const answer = await anna.send(`/liepaja/ricibas-plans/1.1.1/labot?${query}`, {
    status: 'implemented',
    decided_on: '2026-06-12',
    decided_by_lv: 'Darba grupa: pārvaldes vadītāja',
    decided_by_en: 'Working group: the head of the department',
    comment_lv: 'Pabeigts.',
    comment_en: 'Finished.',
    'voice.1.who': 'Pārvaldes vadītāja',
    'voice.1.stance': 'agreed',
  })
  expect(answer.status).toBe(303)
  await sayAll('Par 1 no 47 darbībām statuss ir 2025./2026. mācību gadā, par pārējām – agrāks.')
  const list = await anna.publicly('/liepaja/ricibas-plans')
  expect(plainText(list)).not.toContain('stāvoklis 2025./2026.')
  // Each of the others says in the list of what time it is.
  expect(list.match(/<span class="quiet"> (?:<!-- -->)?2024\.\/2025\./g)).toHaveLength(46)
  expect(plainText(await anna.publicly('/en/liepaja'))).toContain(
    'For 1 of 47 actions the status is as things stood in 2025/2026; for the others it is older.',
  )
})
