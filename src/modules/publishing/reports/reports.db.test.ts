import { describe, expect } from 'vitest'
import { openBuiltSite } from '../../../../tests/support/built-site.ts'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'

const HOME = '/darbs/liepaja/parskati'
const PLAN = 'liepaja-2020-2025'

/** Begins a report and answers where it is written. */
async function begin(writer: Awaited<ReturnType<typeof openEditor>>, typed: Record<string, string> = {}) {
  const begun = await writer.ask(`${HOME}/jauns`, { kind: 'evaluation', strategy: PLAN, ...typed })
  expect(begun.status).toBe(303)
  return begun.headers.get('location') ?? ''
}

/** Addresses of the sections of a report, in order. */
const sectionsIn = (page: string) => [
  ...new Set([...page.matchAll(/href="([^"]+\/sadala\/[^"/]+)"/g)].map(([, address = '']) => address)),
]

/** What forms of a page send besides what is typed. */
const hiddenIn = (page: string, ...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '']),
  )

describe('a report', () => {
  test('is begun, written by two, frozen, published and read by everybody', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const anna = await openEditor(db, memberOf(municipalityId, 'educationHead', 'anna'))
    const bruno = await openEditor(db, memberOf(municipalityId, 'educationSpecialist', 'bruno'))
    const address = await begin(anna)
    const [first = '', second = ''] = sectionsIn(await anna.read(address))

    // Different sections never collide.
    expect((await anna.send(first, { lv: 'Pirmā.\n\nOtrā.' })).status).toBe(303)
    expect((await bruno.send(second, { lv: 'Bruno raksta citur.' })).status).toBe(303)

    // In one section different paragraphs are brought together.
    const drawn = await anna.fields(first)
    expect((await bruno.send(first, { lv: 'Pirmā, Bruno papildināta.\n\nOtrā.' })).status).toBe(303)
    const later = { ...drawn, lv: 'Pirmā.\n\nOtrā.\n\nTrešā, no Annas.', _do: 'save' }
    expect((await anna.ask(first, later)).status).toBe(303)
    const merged = await anna.fields(first)
    expect(merged.lv).toBe('Pirmā, Bruno papildināta.\n\nOtrā.\n\nTrešā, no Annas.')

    // The same paragraph comes back with both texts, and what was typed waits as a draft.
    expect((await bruno.send(first, { lv: 'Bruno pārrakstīja visu.' })).status).toBe(303)
    const refused = await anna.ask(first, { ...merged, lv: 'Anna arī.', _do: 'save' })
    expect(refused.status).toBe(409)
    const both = await refused.text()
    expect(both).toContain('Bruno pārrakstīja visu.')
    expect(both).toContain('Anna arī.')
    expect(await anna.read(first)).toMatch(/melnraksts=1/)

    // Freezing keeps what was looked at, once.
    const freeze = `${address}/iesaldet`
    const shown = hiddenIn(await anna.read(freeze), 'seen')
    expect((await anna.ask(freeze, { ...shown })).status).toBe(422)
    const frozen = await anna.ask(freeze, { ...shown, readers: 'public' })
    expect(frozen.status).toBe(303)
    expect((await anna.ask(freeze, { ...shown, readers: 'public' })).headers.get('location')).toBe(
      frozen.headers.get('location'),
    )
    expect(frozen.headers.get('location')).toBe(`${address}/iesaldets/1`)

    const openly = await openBuiltSite(db)
    const shownAt = address.replace('/darbs', '')
    const published = await (await openly(shownAt)).text()
    expect(published).toContain('Bruno pārrakstīja visu.')
    expect(await (await openly('/liepaja/parskati')).text()).toContain(`href="${shownAt}"`)

    // What changes afterwards is not in it, and is not frozen unseen.
    expect((await bruno.send(first, { lv: 'Pēc iesaldēšanas.' })).status).toBe(303)
    expect(await (await openly(shownAt)).text()).not.toContain('Pēc iesaldēšanas.')
    expect((await anna.ask(freeze, { ...shown, readers: 'public' })).status).toBe(409)
    const again = await anna.ask(freeze, {
      ...hiddenIn(await anna.read(freeze), 'seen'),
      readers: 'public',
    })
    expect(again.headers.get('location')).toBe(`${address}/iesaldets/2`)
    expect(await (await openly(shownAt)).text()).toContain('Pēc iesaldēšanas.')
    const older = await (await openly(`${shownAt}/1`)).text()
    expect(older).toContain('Bruno pārrakstīja visu.')
    expect(older).toContain('Ir jaunāka šī pārskata versija')
    expect((await openly(`${shownAt}/3`)).status).toBe(404)
  })

  test('that is frozen for the council is nobody else’s', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const head = await openEditor(db, memberOf(municipalityId, 'educationHead', 'head'))
    const council = await openEditor(db, memberOf(municipalityId, 'councilMember', 'council'))
    const keeper = await openEditor(db, memberOf(municipalityId, 'administrator', 'keeper'))
    const address = await begin(head, { kind: 'committee' })
    const fields = hiddenIn(await head.read(`${address}/iesaldet`), 'seen')
    const frozen = await head.ask(`${address}/iesaldet`, { ...fields, readers: 'inner' })
    const at = frozen.headers.get('location') ?? ''
    expect((await council.ask(at)).status).toBe(200)
    expect((await council.ask(`${at}.html`)).status).toBe(200)
    expect((await council.ask(`${address}/iesaldet`)).status).toBe(403)
    expect((await council.ask(`${HOME}/jauns`)).status).toBe(403)
    expect((await keeper.ask(at)).status).toBe(403)
    const openly = await openBuiltSite(db)
    expect((await openly(address.replace('/darbs', ''))).status).toBe(404)
    expect((await openly(`${address.replace('/darbs', '')}.pdf`)).status).toBe(404)
    expect(await (await openly('/liepaja/parskati')).text()).not.toContain(address.replace('/darbs', ''))
  })

  test('is taken away in each format and language', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const head = await openEditor(db, memberOf(municipalityId, 'educationHead', 'head'))
    const address = await begin(head, { kind: 'supervision', since: '2024-01-01' })
    for (const language of ['', '/en']) {
      const pdf = await head.ask(`${language}${address}/melnraksts.pdf`)
      expect(pdf.headers.get('content-type')).toBe('application/pdf')
      expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-/)
      const docx = await head.ask(`${language}${address}/melnraksts.docx`)
      expect(docx.headers.get('content-disposition')).toContain('.docx')
      const html = await (await head.ask(`${language}${address}/melnraksts.html`)).text()
      expect(html).toContain(`<html lang="${language === '' ? 'lv' : 'en'}">`)
      expect(html).not.toMatch(/<script|<link/)
      // It says what the page says.
      const page = await head.read(`${language}${address}`)
      const [asOf = ''] = /(?:Dati rāda stāvokli|As of)[^<]*/u.exec(page) ?? []
      expect(asOf).not.toBe('')
      expect(html).toContain(asOf)
      expect(html).toContain(language === '' ? '<strong>1. tabula.' : '<strong>Table 1')
    }
  })

  test('says all that is wrong with how it is begun at once', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const head = await openEditor(db, memberOf(municipalityId, 'educationHead', 'head'))
    const wrong = await head.ask(`${HOME}/jauns`, {
      kind: 'supervision',
      strategy: 'citur-2020',
      institution: 'nav',
      as_of: '2999-01-01',
      title: 'Mans pārskats',
    })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('Šāda diena vēl nav bijusi.')
    expect(page).toContain('value="Mans pārskats"')
    expect(page.match(/href="#field-(strategy|institution|as_of)"/g)).toHaveLength(3)
  })
})

describe('a question that the data raise', () => {
  test('is answered by people, with a word, and is left out when nobody has', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const head = await openEditor(db, memberOf(municipalityId, 'educationHead', 'head'))
    const address = await begin(head)
    const page = await head.read(`${address}/jautajumi`)
    const [chosen = ''] = [...page.matchAll(/href="(\?jautajums=[^"]+)"/g)].map(([, one = '']) => one)
    const at = `${address}/jautajumi${chosen}`
    const form = hiddenIn(await head.read(at), 'section', 'question')
    expect((await head.ask(at, { ...form, verdict: 'keep' })).status).toBe(422)
    const kept = 'Jā, to prasīja arī deputāti.'
    expect((await head.ask(at, { ...form, verdict: 'keep', words: kept })).status).toBe(303)
    const question = /<h2 id="q-[^"]+">([^<]+)</.exec(page)?.[1] ?? ''
    expect(question.length).toBeGreaterThan(5)
    const preview = async () =>
      (await (await head.ask(`${address}/iesaldet`)).text()).split('<article')[1] ?? ''
    expect(await preview()).toContain(kept)
    expect((await head.ask(at, { ...form, verdict: 'drop', words: 'Nē, tas jau izdarīts.' })).status).toBe(
      303,
    )
    expect(await preview()).not.toContain(kept)
    expect(await head.read(`${address}/jautajumi`)).toContain('Nē, tas jau izdarīts.')
  })
})
