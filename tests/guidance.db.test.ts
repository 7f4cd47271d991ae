import { describe, expect } from 'vitest'
import { guidanceFor } from '#modules/findings.server'
import { readAs } from '#platform/database/scope.server.ts'
import { test } from './support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from './support/editors.ts'

const ADDRESS = '/darbs/liepaja/atradumi/ko-darit/indicator-without-methodology'
const STANDARD = 'Aprakstiet vienā teikumā, ko skaita, un otrā – ar ko dala.'

describe('what to do now about a finding', () => {
  test('comes with the product, is edited by the department and then read by everybody', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const editor = await openEditor(db, memberOf(municipalityId, 'educationSpecialist'))
    expect(await editor.publicly('/liepaja/datu-kvalitate?code=indicator-without-methodology')).toContain(
      STANDARD,
    )
    expect(await editor.read('/darbs/liepaja/atradumi/ko-darit')).toContain(STANDARD)
    expect((await editor.fields(ADDRESS)).steps_lv).toContain(STANDARD)

    const drawn = await editor.fields(ADDRESS)
    const words = 'Zvaniet Annai.\nIzlabojiet tabulu.'
    expect((await editor.send(ADDRESS, { steps_lv: words, steps_en: '' })).status).toBe(303)
    for (const page of [
      await editor.publicly('/liepaja/datu-kvalitate?code=indicator-without-methodology'),
      await editor.read('/darbs/liepaja/atradumi/ko-darit'),
    ]) {
      expect(page).toContain('<li>Zvaniet Annai.</li><li>Izlabojiet tabulu.</li>')
      expect(page).not.toContain(STANDARD)
    }

    // Somebody else began to write before that.
    const late = await editor.ask(ADDRESS, {
      ...drawn,
      _why: 'Cits iemesls',
      steps_lv: 'Citi soļi.',
      _do: 'save',
    })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Zvaniet Annai.')

    expect((await editor.send(ADDRESS, { steps_lv: '', steps_en: '' })).status).toBe(303)
    expect(await editor.publicly('/liepaja/datu-kvalitate?code=indicator-without-methodology')).toContain(
      STANDARD,
    )
    const history = await editor.read(
      '/darbs/liepaja/vesture?kas=findings.guidance&atslega=indicator-without-methodology',
    )
    expect(history).toContain('Zvaniet Annai.')
  })

  test('is asked for by other modules', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const head = memberOf(municipalityId, 'educationHead')
    const editor = await openEditor(db, head)
    const late = '/darbs/liepaja/atradumi/ko-darit/collection.late'
    expect((await editor.send(late, { steps_lv: 'Zvaniet.', steps_en: 'Call.' })).status).toBe(303)
    const found = await readAs(db, head, (tx) =>
      guidanceFor(tx, municipalityId, ['collection.late', 'collection.returned']),
    )
    expect(found).toEqual({
      'collection.late': { edited: { lv: 'Zvaniet.', en: 'Call.' }, standard: 'collection.late.todo' },
      'collection.returned': { edited: null, standard: 'collection.returned.todo' },
    })
  })

  test('is not edited by others, and not of what there is not', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const council = await openEditor(db, memberOf(municipalityId, 'councilMember'))
    expect((await council.ask(ADDRESS)).status).toBe(403)
    const list = await council.read('/darbs/liepaja/atradumi/ko-darit')
    expect(list).toContain('Ko darīt')
    expect(list).not.toContain('ko-darit/indicator-without-methodology')
    const head = await openEditor(db, memberOf(municipalityId, 'educationHead'))
    expect((await head.ask('/darbs/liepaja/atradumi/ko-darit/nav-tadas')).status).toBe(404)
  })
})
