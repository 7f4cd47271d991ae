import { describe, expect } from 'vitest'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'

const HOME = '/darbs/liepaja/datu-vaksana/analizes'
const typed = {
  question: 'Vai pulciņos piedalās vairāk bērnu nekā pirms gada?',
  data_as_of: '2026-11-01',
  steps: 'Ņemt 14. rādītāju.\nSalīdzināt abus gadus.',
  pages: '/liepaja/raditaji/14\nhttps://data.gov.lv/dati',
}

describe('an analysis', () => {
  test('is written, sent, looked over by somebody else and frozen; a change makes it a draft again', async ({
    db,
  }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const author = await openEditor(db, memberOf(municipalityId, 'dataAnalyst', 'analyst'))
    const colleague = await openEditor(db, memberOf(municipalityId, 'educationHead', 'colleague'))
    const added = await author.ask(`${HOME}/jauna`, typed)
    expect(added.status).toBe(303)
    const address = added.headers.get('location') ?? ''

    // Without a result there is nothing to look over.
    const page = await author.read(address)
    expect(page).not.toContain('Nodot pārbaudei')
    expect(page).toContain('/liepaja/raditaji/14?asOf=2026-11-01')
    expect(page).not.toContain('data.gov.lv/dati?asOf')
    expect((await author.ask(address, { verdict: 'sent', _version: '1' })).status).toBe(400)

    const edit = await author.fields(`${address}/labot`)
    const saved = await author.ask(`${address}/labot`, { ...edit, result: 'Jā, par 12 vairāk.' })
    expect(saved.status).toBe(303)
    expect((await author.ask(`${address}/labot`, { ...edit, result: 'Cits.' })).status).toBe(409)
    expect((await author.ask(address, { verdict: 'sent', _version: '2' })).status).toBe(303)

    expect(await colleague.read(HOME)).toContain('Gaida pārbaudi')
    expect((await author.ask(address, { verdict: 'reviewed', _version: '3' })).status).toBe(403)
    expect((await colleague.ask(address, { verdict: 'returned', _version: '3' })).status).toBe(422)
    const returned = await colleague.ask(address, {
      verdict: 'returned',
      note: 'Pievienojiet otro gadu.',
      _version: '3',
    })
    expect(returned.status).toBe(303)
    expect(await author.read(address)).toContain('Pievienojiet otro gadu.')
    expect((await author.ask(address, { verdict: 'sent', _version: '4' })).status).toBe(303)
    expect((await colleague.ask(address, { verdict: 'reviewed', _version: '5' })).status).toBe(303)
    const reviewed = await author.read(address)
    expect(reviewed).toContain('<strong>Pārbaudīta</strong>')
    expect(reviewed).toMatch(/Pārbaudīja .+ \(20\d\d\. gada/)
    expect((await colleague.ask(`${address}/labot`)).status).toBe(403)

    const again = await author.fields(`${address}/labot`)
    expect((await author.ask(`${address}/labot`, { ...again, steps: 'Viens solis.' })).status).toBe(303)
    const draft = await author.read(address)
    expect(draft).toContain('<strong>Melnraksts</strong>')
    expect(draft).not.toMatch(/Pārbaudīja/)
    const id = address.split('/').at(-1)
    const history = await author.read(`/darbs/liepaja/vesture?kas=collection.analysis&atslega=${id}`)
    expect(history).toContain('Viens solis.')
    expect(history).toContain('Salīdzināt abus gadus.')
  })

  test('says all that is wrong at once, and is nobody else’s', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const author = await openEditor(db, memberOf(municipalityId, 'dataAnalyst', 'analyst'))
    const wrong = await author.ask(`${HOME}/jauna`, {
      ...typed,
      data_as_of: '2999-01-01',
      pages: 'javascript:alert(1)',
    })
    expect(wrong.status).toBe(422)
    const words = await wrong.text()
    expect(words).toContain('Šāda diena vēl nav bijusi.')
    expect(words).toContain('https://')
    expect(words).toContain('Salīdzināt abus gadus.')
    const other = await openEditor(db, memberOf(await municipalityIdOf(db, 'ventspils'), 'educationHead'))
    expect((await other.ask(HOME)).status).toBe(404)
    const council = await openEditor(db, memberOf(municipalityId, 'councilMember'))
    expect((await council.ask(HOME)).status).toBe(403)
  })
})
