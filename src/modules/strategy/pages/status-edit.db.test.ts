import { describe, expect } from 'vitest'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { fieldsIn } from '../../../../tests/support/forms.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))

const PAGE = '/liepaja/ricibas-plans/1.1.2'
const at = (period: string, part = 'statuss') =>
  `${PAGE}/labot?${new URLSearchParams({ dala: part, par: period })}`
const meeting = {
  decided_on: '2026-06-12',
  decided_by_lv: 'Koncepcijas darba grupa: pārvaldes vadītāja, trīs skolu direktori',
  decided_by_en: 'Strategy working group: the head of the department, three heads of schools',
}

describe('the status of an action', () => {
  test('is said by a group as of a time, and nobody’s objection is lost', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(at('2025/2026'), {
      ...meeting,
      status: 'partial',
      comment_lv: 'Programma ir uzrakstīta, dome to vēl nav skatījusi.',
      comment_en: 'The programme is written; the council has not seen it yet.',
      'voice.1.who': 'Pārvaldes vadītāja',
      'voice.1.stance': 'agreed',
      'voice.2.who': 'Pilsētas 5. skolas direktors',
      'voice.2.stance': 'objected',
      'voice.2.remark': 'Skolām programma nav rādīta',
    })
    expect(answer.status).toBe(303)
    const page = await anna.publicly(PAGE)
    expect(page).toContain('Programma ir uzrakstīta')
    expect(page).toContain('Koncepcijas darba grupa')
    expect(page).toContain('dateTime="2026-06-12"')
    expect(page).toContain('iebilda')
    expect(page).toContain('Skolām programma nav rādīta')
    const english = await anna.publicly(`/en${PAGE}`)
    expect(english).toContain('objected')
    expect(english).toContain('Strategy working group')
    // What was said about the year before stands as it stood.
    expect(page).toContain('nav sākta')
  })

  test('can be corrected with a reason, and the earlier one stays', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(at('2025/2026'), {
      status: 'inProgress',
      _why: 'Protokolā bija cits statuss',
    })
    expect(answer.status).toBe(303)
    const page = await anna.publicly(PAGE)
    expect(page).toContain('Protokolā bija cits statuss')
    expect(page).toContain('Skolām programma nav rādīta')
    expect(page).toContain('daļēji īstenota')
    const address =
      /href="(\/darbs\/liepaja\/vesture[^"]+)"/.exec(await anna.read(at('2025/2026')))?.[1] ?? ''
    const history = await anna.read(address.replaceAll('&amp;', '&'))
    expect(history).toContain('Protokolā bija cits statuss')
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(history)?.[1] ?? ''
    const undone = await anna.ask(address.replaceAll('&amp;', '&'), {
      _key: field('_key'),
      _revision: field('_revision'),
      _version: field('_version'),
      _confirmed: 'yes',
      _why: 'Protokolā tomēr bija pirmais',
    })
    expect(undone.status).toBe(303)
    const back = await anna.publicly(PAGE)
    expect(/class="chip (\w+)"/.exec(back)?.[1]).toBe('partial')
    expect(back).toContain('Protokolā tomēr bija pirmais')
  })

  test('that is put off without a reason comes back with help', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(at('2024'), { status: 'deferred', 'voice.1.remark': 'Kurš to teica?' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Ierakstiet iemeslu')
    // Everything that is wrong is told at once.
    for (const field of ['comment_lv', 'decided_on', 'decided_by_lv', 'voice.1.who', 'voice.1.stance'])
      expect(page, field).toContain(`href="#field-${field}"`)
    expect(page).toContain('value="Kurš to teica?"')
  })

  test('is not written over by a second editor unseen', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const berta = await openEditor(db, memberOf(liepaja, 'educationHead', 'berta'))
    const drawn = await berta.fields(at('2026'))
    expect(
      (await anna.send(at('2026'), { ...meeting, status: 'partial', comment_lv: 'Annas teksts' })).status,
    ).toBe(303)
    const answer = await berta.ask(at('2026'), {
      ...drawn,
      ...meeting,
      status: 'implemented',
      comment_lv: 'Bertas teksts',
      _why: 'Pēc sanāksmes',
      _do: 'save',
    })
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('Annas teksts')
    expect(page).toContain('Bertas teksts')
    expect(await anna.publicly(PAGE)).not.toContain('Bertas teksts')
  })

  test('shows before saving what it changes elsewhere', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(
      at('2024/2025'),
      { status: 'implemented', _why: 'Tikai apskatei' },
      'preview',
    )
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('Kas no tā izriet')
    // A document counts how many had not begun in that year.
    expect(page).toContain('dati to atspēko')
    expect(await anna.publicly(PAGE)).not.toContain('Tikai apskatei')
  })

  test('takes no made-up time', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    expect((await anna.ask(at('kaut kad'))).status).toBe(400)
  })
})

describe('statuses set in one sitting', () => {
  const SITTING = '/liepaja/ricibas-plans/labot?par=2025%2F2026'

  test('are saved all or none, with all that is wrong at once', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const typed = {
      ...meeting,
      '1.1.3.status': 'implemented',
      '1.1.3.comment_lv': 'Viss izdarīts kopā',
      '2.1.1.status': 'deferred',
      '2.1.2.comment_lv': 'Komentārs bez statusa',
    }
    const refused = await anna.send(SITTING, typed)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('href="#field-2.1.1.comment_lv"')
    expect(page).toContain('href="#field-2.1.2.status"')
    expect(await anna.publicly('/liepaja/ricibas-plans/1.1.3')).not.toContain('Viss izdarīts kopā')

    const saved = await anna.send(SITTING, {
      ...typed,
      '2.1.1.comment_lv': 'Valsts finansējums pārcelts uz nākamo gadu',
      '2.1.2.comment_lv': '',
      'voice.1.who': 'Finanšu nodaļas vadītāja',
      'voice.1.stance': 'objected',
      'voice.1.remark': 'Termiņš nav reāls',
    })
    expect(saved.status).toBe(303)
    expect(await anna.publicly('/liepaja/ricibas-plans/1.1.3')).toContain('Viss izdarīts kopā')
    const deferred = await anna.publicly('/liepaja/ricibas-plans/2.1.1')
    expect(deferred).toContain('Valsts finansējums pārcelts')
    expect(deferred).toContain('Termiņš nav reāls')
    // Actions that the sitting did not touch have no report of that time.
    expect(await anna.publicly('/liepaja/ricibas-plans/2.1.2')).not.toContain('Termiņš nav reāls')
  })
})

describe('evidence of an action', () => {
  test('is a link, or works in an institution, and everybody sees it', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const address = at('2025/2026', 'pieradijumi')
    const linked = await anna.send(address, {
      kind: 'document',
      title_lv: 'Domes lēmums par programmu',
      title_en: 'The council’s decision on the programme',
      url: 'https://www.liepaja.lv/lemums',
    })
    expect(linked.status).toBe(303)
    const incomplete = await anna.send(address, { kind: 'works', title_lv: 'Jauns jumts' })
    expect(incomplete.status).toBe(422)
    const page = await incomplete.text()
    for (const field of ['institution', 'works']) expect(page, field).toContain(`href="#field-${field}"`)
    const institution = /<select id="field-institution".*?<option value="([a-z0-9-]+)"/s.exec(page)?.[1] ?? ''
    const works = {
      kind: 'works',
      title_lv: 'Jauns jumts',
      institution,
      works: 'roofs',
      done_on: '2025-08-20',
    }
    expect((await anna.send(address, works)).status).toBe(303)
    const shown = await anna.publicly(PAGE)
    expect(shown).toContain('href="https://www.liepaja.lv/lemums"')
    expect(shown).toContain('ēkas un teritorijas darbi: jumts')
    expect(shown).toContain(`/liepaja/iestades/${institution}`)
    expect(await anna.publicly(`/en${PAGE}`)).toContain('The council’s decision on the programme')

    const withdrawn = await anna.send(`${PAGE}/labot?dala=pieradijumi&kods=p1`, { kept: 'withdrawn' })
    expect(withdrawn.status).toBe(303)
    expect(await anna.publicly(PAGE)).not.toContain('https://www.liepaja.lv/lemums')
  })

  test('is a file that becomes public only with what it shows', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const form = new FormData()
    form.set('file', new File([PDF], 'Nodošanas akts.pdf', { type: 'application/pdf' }))
    const kept = await anna.ask('/darbs/liepaja/darbibas/1.1.2/datne', form)
    expect(kept.status).toBe(303)
    const next = kept.headers.get('location') ?? ''
    const id = /datne=([\w-]+)/.exec(next)?.[1] ?? ''
    expect(await anna.publicly(`/liepaja/datnes/${id}`)).not.toContain('%PDF')
    const typed = fieldsIn(await anna.read(next))
    expect(typed.file).toBe(id)
    const saved = await anna.send(next, { kind: 'document', title_lv: 'Nodošanas akts' })
    expect(saved.status).toBe(303)
    expect(await anna.publicly(PAGE)).toContain(`/liepaja/datnes/${id}`)
    expect(await anna.publicly(`/liepaja/datnes/${id}`)).toContain('%PDF')

    const code = /kods=(p\d+)"[^>]*>Nodošanas akts/.exec(await anna.read(next))?.[1] ?? ''
    const row = `${PAGE}/labot?dala=pieradijumi&kods=${code}`
    expect((await anna.send(row, { kept: 'withdrawn' })).status).toBe(303)
    expect(await anna.publicly(`/liepaja/datnes/${id}`)).not.toContain('%PDF')
    const address = /href="(\/darbs\/liepaja\/vesture[^"]+)"/.exec(await anna.read(row))?.[1] ?? ''
    const history = address.replaceAll('&amp;', '&')
    const drawn = await anna.read(history)
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(drawn)?.[1] ?? ''
    const undo = {
      _key: field('_key'),
      _revision: field('_revision'),
      _version: field('_version'),
      _confirmed: 'yes',
    }
    expect((await anna.ask(history, { ...undo, _why: 'Atsaukts kļūdas dēļ' })).status).toBe(303)
    expect(await anna.publicly(PAGE)).toContain(`/liepaja/datnes/${id}`)
    expect(await anna.publicly(`/liepaja/datnes/${id}`)).toContain('%PDF')
  })
})

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

describe('who may not edit', () => {
  test('is refused, whatever the page', async ({ db, liepaja }) => {
    const addresses = [
      at('2025/2026'),
      '/liepaja/ricibas-plans/labot',
      '/liepaja/strategija/labot',
      '/liepaja/programmas/labot',
      '/liepaja/datu-kvalitate/apgalvojumi/labot',
      '/darbs/liepaja/darbibas/1.1.2/datne',
    ]
    for (const user of [memberOf(liepaja, 'councilMember'), memberOf(liepaja, 'dataAnalyst')]) {
      const reader = await openEditor(db, user)
      for (const address of addresses) {
        const page = await reader.ask(address)
        expect(page.status, address).toBe(403)
        expect((await reader.ask(address, { _version: '0', _why: 'Kāpēc ne', _do: 'save' })).status).toBe(403)
      }
    }
    const stranger = await openEditor(
      db,
      memberOf('00000000-0000-7000-8000-0000000000aa', 'educationHead', 'stranger'),
    )
    for (const address of addresses) {
      const { status } = await stranger.ask(address)
      expect(status, address).toBe(address.startsWith('/darbs') ? 404 : 403)
    }
    expect((await stranger.ask('/cesis/strategija/labot')).status).toBe(404)
  })
})
