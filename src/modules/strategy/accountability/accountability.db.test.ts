import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { findOpenTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator } from '#platform/users.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { plantAccounts } from '../../../../tests/support/plant-account.ts'
import { plantHolder } from '../../../../tests/support/plant-asked.ts'

const HOME = '/darbs/liepaja/ricibas-plans/atbildiba'
const ACTION = `${HOME}/1.1.1`
const PUBLIC = '/liepaja/ricibas-plans/1.1.1'

const test = databaseTest.extend('liepaja', { scope: 'file' }, async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  await plantAccounts(db, municipalityId, ['anna', 'berta'])
  for (const accountId of ['anna', 'berta'])
    await giveRole(db, operator(municipalityId), {
      accountId,
      role: 'educationSpecialist',
      scope: { kind: 'municipality', municipalityId },
      validFrom: '2020-01-01',
      validTo: null,
    })
  await plantHolder(db, municipalityId, 'vecaks', { role: 'guardian', personId: uuidv7() })
  return municipalityId
})

const row = (section: string, code = '+') => `${ACTION}?${new URLSearchParams({ dala: section, kods: code })}`

describe('who answers', () => {
  test('is chosen for one action, and for all others of a goal at once', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    expect((await anna.send(ACTION, { '1.1.1.account': 'berta', '1.1.1.deputy': 'anna' })).status).toBe(303)
    expect((await anna.send(`${HOME}?merkis=KP1`, { 'all.account': 'anna' })).status).toBe(303)
    const fields = await anna.fields(`${HOME}?merkis=KP1`)
    expect(fields).toMatchObject({
      '1.1.1.account': 'berta',
      '1.1.1.deputy': 'anna',
      '1.1.2.account': 'anna',
      '1.3.1.account': 'anna',
    })
    // Names are the department's to read.
    expect(await anna.publicly(PUBLIC)).not.toContain('berta')
  })

  test('is chosen from those with a role of the municipality or of an institution', async ({
    db,
    liepaja,
  }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    for (const address of [ACTION, HOME]) {
      const page = await anna.read(address)
      expect(page).toContain('value="berta"')
      expect(page).not.toContain('value="vecaks"')
    }
    expect((await anna.send(ACTION, { '1.1.1.account': 'vecaks' })).status).toBe(422)
  })

  test('is replaced and never taken away', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(ACTION, { '1.1.1.account': '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Bez atbildīgā to atstāt nevar')
  })

  test('is not written over by a second editor unseen', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const berta = await openEditor(db, memberOf(liepaja, 'educationHead', 'berta'))
    const at = `${HOME}/2.1.1`
    const drawn = await berta.fields(at)
    expect((await anna.send(at, { '2.1.1.account': 'anna' })).status).toBe(303)
    const answer = await berta.ask(at, { ...drawn, '2.1.1.account': 'berta', _do: 'save' })
    expect(answer.status).toBe(409)
    expect((await anna.fields(at))['2.1.1.account']).toBe('anna')
  })

  test('is not shown to who may not edit the plan', async ({ db, liepaja }) => {
    const councillor = await openEditor(db, memberOf(liepaja, 'councilMember'))
    for (const address of [HOME, ACTION, `${HOME}/trukst`, '/darbs/liepaja/riski'])
      expect((await councillor.ask(address)).status, address).toBe(403)
  })
})

describe('what hangs on an action', () => {
  test('is everybody’s to read as soon as it is saved', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const save = async (section: string, typed: Record<string, string>) =>
      expect((await anna.send(row(section), typed)).status, section).toBe(303)
    await save('dalibnieki', { name_lv: 'Īpašumu pārvalde', part_lv: 'sagatavo telpas' })
    await save('starprezultati', { kind: 'milestone', title_lv: 'Telpas izvēlētas', due_on: '2024-03-01' })
    await save('finansejums', { fund: 'municipality', planned: '1000,50' })
    await save('finansejums', { fund: 'state', planned: '', spent: '0' })
    const page = await anna.publicly(PUBLIC)
    for (const said of ['Īpašumu pārvalde', 'sagatavo telpas', 'Telpas izvēlētas', 'termiņš nokavēts'])
      expect(page).toContain(said)
    expect(page).toMatch(/1\s?000,50?\s?EUR/)
    expect(page).toContain('1 darbībai zināma daļa')
    expect(page).toMatch(/>0\s?EUR/)
    expect(await anna.publicly(`/en${PUBLIC}`)).toContain('Parties involved')
  })

  test('is refused with all complaints at once, and what was typed stays', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(row('finansejums'), { fund: 'none', planned: '5', spent: 'daudz' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('summas jāatstāj tukšas')
    expect(page).toContain('href="#field-spent"')
    expect(page).toContain('value="daudz"')
  })

  test('can be withdrawn, and read as of the day before', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    expect((await anna.send(row('dalibnieki', 'd1'), { kept: 'withdrawn' })).status).toBe(303)
    expect(await anna.publicly(PUBLIC)).not.toContain('Īpašumu pārvalde')
    expect((await anna.ask(row('dalibnieki', 'd9'))).status).toBe(404)
  })
})

describe('what an action lacks', () => {
  test('is asked of somebody by name, and the task ends itself', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const bertas = memberOf(liepaja, 'educationSpecialist', 'berta')
    const tasks = async () =>
      (await readAs(db, bertas, (tx) => findOpenTasks(tx, 'berta'))).map(({ subject, address, dueOn }) => ({
        subject,
        address,
        dueOn,
      }))
    const at = `${HOME}/trukst?trukst=funding`
    const answer = await anna.send(at, { 'ask.2.1.1': 'yes', account: 'berta', due_on: '2099-12-31' })
    expect(answer.status).toBe(303)
    const [task, ...others] = await tasks()
    expect(others).toEqual([])
    expect(task?.subject).toContain('2.1.1')
    expect(task?.subject).toContain('finansējums')
    expect(task?.dueOn).toBe('2099-12-31')
    const berta = await openEditor(db, bertas)
    const page = await berta.read(task?.address ?? '')
    expect(page).toContain('Jums lūgts norādīt: finansējums.')
    // Something else does not end it.
    const steps = `${HOME}/2.1.1?dala=starprezultati&kods=%2B`
    expect((await berta.send(steps, { kind: 'deliverable', title_lv: 'Ziņojums' })).status).toBe(303)
    expect(await tasks()).toHaveLength(1)
    expect((await berta.send(task?.address ?? '', { fund: 'none' })).status).toBe(303)
    expect(await tasks()).toEqual([])
  })

  test('is asked of nobody by yesterday, and of nobody in particular', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(`${HOME}/trukst`, { account: '', due_on: '2020-01-01' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Atzīmējiet vismaz vienu darbību')
    expect(page).toContain('Šī diena jau ir pagājusi')
    expect(page).toContain('href="#field-account"')
  })
})

describe('risks', () => {
  test('stand in a register with what they hit, and on the pages of that', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const risk = { code: 'K1', title_lv: 'Trūkst skolotāju', title_en: 'Teachers are lacking', state: 'open' }
    const wrong = await anna.send('/darbs/liepaja/riski/riski/+', { ...risk, actions: '1.1.1, 9.9.9' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Plānā nav šādu kodu: 9.9.9')
    const typed = { ...risk, actions: '1.1.2', indicators: '1', 'goal.KP2': 'yes', impact: 'high' }
    expect((await anna.send('/darbs/liepaja/riski/riski/+', typed)).status).toBe(303)
    const register = await anna.read('/darbs/liepaja/riski')
    expect(register).toContain('Trūkst skolotāju')
    expect(register).toContain('nav novērtēts')
    expect(register).toContain('href="/liepaja/raditaji/1"')
    expect(await anna.publicly('/liepaja/strategija')).toContain('Trūkst skolotāju')
    expect(await anna.publicly('/liepaja/ricibas-plans/1.1.2')).toContain('Trūkst skolotāju')
    // A goal that it hits has actions.
    expect(await anna.publicly('/liepaja/ricibas-plans/2.1.1')).toContain('Trūkst skolotāju')
    expect(await anna.publicly('/liepaja/ricibas-plans/3.1.1')).not.toContain('Trūkst skolotāju')
    const edited = await anna.send('/darbs/liepaja/riski/riski/K1', { actions: '', 'goal.KP2': '' })
    expect(edited.status).toBe(303)
    expect(await anna.publicly('/liepaja/ricibas-plans/1.1.2')).not.toContain('Trūkst skolotāju')
    expect((await anna.send('/darbs/liepaja/riski/riski/K1', { kept: 'withdrawn' })).status).toBe(303)
    expect(await anna.publicly('/liepaja/strategija')).not.toContain('Trūkst skolotāju')
  })

  test('are beside external factors, which hit something too', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const register = await anna.read('/darbs/liepaja/riski')
    const at = /href="(\/darbs\/liepaja\/riski\/apstakli\/[^"%]+)"/.exec(register)?.[1] ?? ''
    expect((await anna.send(at, { actions: '4.1.1' })).status).toBe(303)
    expect(await anna.publicly('/liepaja/ricibas-plans/4.1.1')).toContain('Ārējais apstāklis')
  })
})

describe('national goals', () => {
  test('are served by parts of a plan, and everybody sees which', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const at = '/darbs/liepaja/nacionalie-merki/IAP2027/3'
    expect((await anna.send(at, { 'direction.1.1': 'yes' })).status).toBe(303)
    expect(await anna.publicly('/liepaja/ricibas-plans/1.1.1')).toContain('Atbalsts ikviena izaugsmei')
    expect(await anna.publicly('/liepaja/ricibas-plans/1.2.1')).not.toContain('Atbalsts ikviena izaugsmei')
    expect(await anna.publicly('/liepaja/strategija')).toContain('1 no 8 mērķiem')
    expect((await anna.ask('/darbs/liepaja/nacionalie-merki/IAP2027/9')).status).toBe(404)
  })
})

describe('programmes', () => {
  const MATRIX = '/liepaja/programmas/labot?dala=matrica'

  test('are linked, added and withdrawn in one matrix', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const drawn = await anna.fields(MATRIX)
    const codes = [...new Set(Object.keys(drawn).flatMap((name) => /^(.+)\/kept$/.exec(name)?.[1] ?? []))]
    const [first = '', second = ''] = codes
    const answer = await anna.send(MATRIX, {
      [`${first}/1.1`]: 'no',
      [`${second}/kept`]: 'withdrawn',
      '+/code': 'jauna',
      '+/title_lv': 'Pavisam jauna programma',
      '+/title_en': 'An entirely new programme',
      '+/state': 'written',
      '+/1.2': 'yes',
    })
    expect(answer.status).toBe(303)
    const after = await anna.fields(MATRIX)
    expect(after).toMatchObject({
      [`${first}/1.1`]: 'no',
      [`${second}/kept`]: 'withdrawn',
      'jauna/state': 'written',
      'jauna/1.2': 'yes',
    })
    expect(await anna.publicly('/liepaja/programmas')).toContain('Pavisam jauna programma')
  })

  test('that are promised name the action that does', async ({ db, liepaja }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const answer = await anna.send(MATRIX, { '+/code': 'otra', '+/state': 'planned' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const field of ['+/title_lv', '+/title_en', '+/promised_by'])
      expect(page, field).toContain(`href="#field-${field}"`)
  })
})
