import { describe, expect } from 'vitest'
import { startReading } from '#modules/findings'
import { readTree } from '#modules/strategy.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { actionsOf, standingActionsOf } from '../model.ts'
import { adoptVersion, draftState } from './adopt.service.server.ts'
import { applyChanges } from './apply-changes.ts'
import { beginDraft, dropDraft } from './draft.service.server.ts'
import { momentsOf } from './version.ts'
import { findProposalRows, findProposals, findVersionRow, findVersions } from './version-store.server.ts'

const test = databaseTest.extend('liepaja', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))
const HOME = '/darbs/liepaja/redakcijas'
const TODAY = municipalDay()
const WHY = 'Vidēja termiņa izvērtējums'

const treeNow = (db: Database, municipalityId: string, asOf?: Date) =>
  readAs(db, THE_PUBLIC, async (tx) => {
    const tree = await readTree(startReading(tx, { municipalityId, strategy: undefined, asOf }))
    if (!tree) throw new Error('there is no plan')
    return tree
  })

const decided = { decision_number: '77', decided_on: TODAY, in_force_on: TODAY, minutes: '5. protokols' }
const merge = { kind: 'merge', into: '1.1.2', reason_lv: 'Abas dara to pašu', reason_en: 'Both do the same' }
const end = { kind: 'end', reason_lv: 'Darbība vairs nav vajadzīga' }

async function begin(db: Database, municipalityId: string) {
  const head = memberOf(municipalityId, 'educationHead', 'head')
  const { number } = await beginDraft(db, head, {
    municipalityId,
    kind: 'update',
    reason: { lv: WHY, en: null },
  })
  return { head, number, editor: await openEditor(db, head), address: `${HOME}/${number}` }
}

async function seenOf(db: Database, municipalityId: string, number: number) {
  const { strategy } = await treeNow(db, municipalityId)
  const head = memberOf(municipalityId, 'educationHead', 'head')
  return readAs(db, head, async (tx) => {
    const row = await findVersionRow(tx, { municipalityId, strategyId: strategy.id, number })
    if (!row) throw new Error('there is no draft')
    return draftState(row, await findProposalRows(tx, municipalityId, row.id))
  })
}

const versionsOf = async (db: Database, municipalityId: string) => {
  const { strategy } = await treeNow(db, municipalityId)
  const head = memberOf(municipalityId, 'educationHead', 'head')
  return readAs(db, head, (tx) => findVersions(tx, municipalityId, strategy.id))
}

describe('a version of the plan', () => {
  test('is drafted, compared, decided and adopted; everybody reads what became of each action', async ({
    db,
    liepaja,
  }) => {
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    expect((await anna.ask(HOME, { kind: 'update', reason: 'nē' })).status).toBe(422)
    const begun = await anna.ask(HOME, { kind: 'update', reason: WHY })
    expect(begun.status).toBe(303)
    const address = begun.headers.get('location') ?? ''
    expect(address).toBe(`${HOME}/2`)
    const before = await treeNow(db, liepaja)

    // Nothing of a draft is anybody's, and nothing in the plan has changed.
    expect((await anna.send(`${address}/darbibas/1.1.1`, merge)).status).toBe(303)
    expect((await anna.send(`${address}/darbibas/1.2.1`, end)).status).toBe(303)
    const changed = await anna.send(`${address}/darbibas/1.1.2`, {
      kind: 'change',
      title_lv: 'Jaunie mūsu vārdi',
      due_on: '2027-05-31',
      reason_lv: 'Termiņš ir jāpagarina',
    })
    expect(changed.status).toBe(303)
    const added = await anna.send(`${address}/jauna-darbiba`, {
      code: '1.1.99',
      direction: '1.1',
      position: '99',
      title_lv: 'Pavisam jauna darbība',
      title_en: 'Quite a new action',
      reason_lv: 'To prasa jaunais likums',
    })
    expect(added.status).toBe(303)
    const goal = before.goals[0]?.code ?? ''
    expect(
      (
        await anna.send(`${address}/merki/${goal}`, {
          kind: 'change',
          aim_lv: 'Precizēts mērķa nodoms',
          reason_lv: 'Precizēts pēc sarunām',
        })
      ).status,
    ).toBe(303)
    expect(await anna.publicly('/liepaja/redakcijas')).not.toContain('/redakcijas/2')
    expect(await anna.publicly('/liepaja/ricibas-plans')).not.toContain('Pavisam jauna darbība')

    const comparison = await anna.read(`${address}/salidzinajums`)
    expect(comparison).toContain('turpina darbība 1.1.2')
    expect(comparison).toContain('Abas dara to pašu')
    expect(comparison).toContain('Pavisam jauna darbība')
    expect(comparison).toContain('<ins>')

    // Whoever may not adopt cannot; without the council's decision nobody can.
    expect((await anna.ask(`${address}/lemums`)).status).toBe(403)
    const head = await openEditor(db, memberOf(liepaja, 'educationHead', 'head'))
    const early = await head.fields(`${address}/pienemt`)
    expect((await head.ask(`${address}/pienemt`, early)).status).toBe(400)
    const wrong = await head.send(`${address}/lemums`, { ...decided, decided_on: '2999-01-01' })
    expect(wrong.status).toBe(422)
    const saved = await head.send(`${address}/lemums`, decided)
    expect(saved.headers.get('location')).toContain(`${address}/pienemt`)
    const expected = applyChanges(
      before,
      await readAs(db, memberOf(liepaja, 'educationHead', 'head'), async (tx) => {
        const [version] = await findVersions(tx, liepaja, before.strategy.id)
        return findProposals(tx, liepaja, version?.id ?? '')
      }),
      TODAY,
    )
    const adopted = await head.ask(`${address}/pienemt`, await head.fields(`${address}/pienemt`))
    expect(adopted.status).toBe(303)

    const after = await treeNow(db, liepaja)
    expect(after.strategy.version).toBe('amended')
    expect(after.goals).toEqual(expected.goals)
    expect(actionsOf(after)).toHaveLength(actionsOf(before).length + 1)
    expect(standingActionsOf(after)).toHaveLength(actionsOf(before).length - 1)

    // The ended action says when, why and where it goes on; its statuses are there, and it is open no more.
    const page = await head.publicly('/liepaja/ricibas-plans/1.1.1')
    expect(page).toContain('Darbība vairs nav plānā')
    expect(page).toContain('href="/liepaja/ricibas-plans/1.1.2"')
    expect(page).toContain('Abas dara to pašu')
    expect(page).toContain('Jūs lasāt 2. redakciju')
    expect(await head.publicly('/en/liepaja/ricibas-plans/1.1.1')).toContain('Both do the same')
    expect(await head.publicly('/liepaja/ricibas-plans/1.1.2')).toContain('Tajā turpinās beigusies darbība')
    const list = await head.publicly('/liepaja/ricibas-plans?status=ended')
    expect(list).toContain('Beigušās 2 darbības')
    expect(list).toContain('/liepaja/ricibas-plans/1.2.1')
    expect(list).not.toContain('/liepaja/ricibas-plans/1.1.3"')

    // Everybody can see the decision, what it changed, and the plan as it was.
    const version = await head.publicly('/liepaja/redakcijas/2')
    for (const words of ['Nr. 77', '5. protokols', 'Abas dara to pašu', 'Pavisam jauna darbība', '<ins>'])
      expect(version).toContain(words)
    const first = await head.publicly('/liepaja/redakcijas/1')
    expect(first).toContain('Tagad spēkā ir 2. redakcija')
    expect(first).not.toContain('Pavisam jauna darbība')
  })

  test('earlier reads as it was, to the last cell', async ({ db, liepaja }) => {
    const before = await treeNow(db, liepaja)
    const { editor, head, number, address } = await begin(db, liepaja)
    expect((await editor.send(`${address}/darbibas/1.3.1`, end)).status).toBe(303)
    expect((await editor.send(`${address}/lemums`, decided)).status).toBe(303)
    const seen = await seenOf(db, liepaja, number)
    const asked = { municipalityId: liepaja, plan: before.strategy.key, number, seen }
    expect(await adoptVersion(db, head, asked)).toBeUndefined()
    const version = (await versionsOf(db, liepaja)).find((one) => one.number === number)
    const moments = momentsOf({ adoptedAt: version?.adoptedAt ?? new Date(0) })
    const then = await treeNow(db, liepaja, moments.before)
    expect(then.goals).toEqual(before.goals)
    const now = await treeNow(db, liepaja, moments.after)
    expect(actionsOf(now).find(({ code }) => code === '1.3.1')?.ended?.on).toBe(TODAY)
    // Indicators go on by themselves: nothing of them is copied or moved.
    expect(now.goalOfIndicator).toEqual(before.goalOfIndicator)
  })

  test('is refused whole, and in words, where the plan was changed meanwhile', async ({ db, liepaja }) => {
    const { editor, address } = await begin(db, liepaja)
    const reason_lv = 'Precizē pēc sarunām'
    const change = { kind: 'change', responsible: 'Cits atbildīgais', reason_lv }
    expect((await editor.send(`${address}/darbibas/2.1.1`, change)).status).toBe(303)
    expect((await editor.send(`${address}/darbibas/2.1.2`, end)).status).toBe(303)
    expect((await editor.send(`${address}/lemums`, decided)).status).toBe(303)
    const drawn = await editor.fields(`${address}/pienemt`)
    const other = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'berta'))
    const moved = await other.send('/liepaja/ricibas-plans/2.1.1/labot?dala=apraksts', {
      responsible: 'Trešais atbildīgais',
    })
    expect(moved.status).toBe(303)
    const answer = await editor.ask(`${address}/pienemt`, drawn)
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('1 ierosinājums vairs neder')
    expect(page).toContain('Atbildīgais')
    const tree = await treeNow(db, liepaja)
    expect(actionsOf(tree).find(({ code }) => code === '2.1.2')?.ended).toBeNull()

    // Taken back, the rest can be adopted; a draft that is another one than was seen cannot.
    const form = await editor.fields(`${address}/darbibas/2.1.1`)
    const back = await editor.ask(`${address}/darbibas/2.1.1`, {
      ...form,
      kind: 'keep',
      responsible: 'Trešais atbildīgais',
      reason_lv: '',
      _do: 'save',
    })
    expect(back.status).toBe(303)
    expect((await editor.ask(`${address}/pienemt`, drawn)).status).toBe(409)
    expect((await editor.ask(`${address}/pienemt`, await editor.fields(`${address}/pienemt`))).status).toBe(
      303,
    )
    const after = await treeNow(db, liepaja)
    expect(actionsOf(after).find(({ code }) => code === '2.1.2')?.ended).not.toBeNull()
    expect(actionsOf(after).find(({ code }) => code === '2.1.1')?.responsible).toBe('Trešais atbildīgais')
  })

  test('that fails in the middle leaves nothing', async ({ db, liepaja }) => {
    const { editor, head, number, address } = await begin(db, liepaja)
    expect((await editor.send(`${address}/darbibas/2.2.1`, end)).status).toBe(303)
    const change = { kind: 'change', due_on: '2027-01-31', reason_lv: 'Pagarina termiņu' }
    expect((await editor.send(`${address}/darbibas/2.2.2`, change)).status).toBe(303)
    expect((await editor.send(`${address}/lemums`, decided)).status).toBe(303)
    // A cell that the table cannot hold, as a fault in the database would be.
    await writeAs(
      db,
      head,
      (tx) =>
        tx
          .updateTable('strategy.version_change')
          .set({ fields: JSON.stringify({ due_on: 'nekad' }) as never })
          .where('municipality_id', '=', liepaja)
          .where('code', '=', '2.2.2')
          .execute(),
      { municipalityId: liepaja },
    )
    const before = await treeNow(db, liepaja)
    const seen = await seenOf(db, liepaja, number)
    const asked = { municipalityId: liepaja, plan: before.strategy.key, number, seen }
    await expect(adoptVersion(db, head, asked)).rejects.toThrow()
    expect((await treeNow(db, liepaja)).goals).toEqual(before.goals)
    const versions = await versionsOf(db, liepaja)
    expect(versions.find((one) => one.number === number)?.state).toBe('draft')
    const strategyId = before.strategy.id
    await dropDraft(db, head, { municipalityId: liepaja, strategyId, number, why: 'Nederīgs projekts' })
    expect((await versionsOf(db, liepaja)).some((one) => one.number === number)).toBe(false)
  })

  test('is adopted once, however many adopt it', async ({ db, liepaja }) => {
    const { editor, head, number, address } = await begin(db, liepaja)
    expect((await editor.send(`${address}/darbibas/2.1.3`, end)).status).toBe(303)
    expect((await editor.send(`${address}/lemums`, decided)).status).toBe(303)
    const { strategy } = await treeNow(db, liepaja)
    const seen = await seenOf(db, liepaja, number)
    const asked = { municipalityId: liepaja, plan: strategy.key, number, seen }
    const both = await Promise.allSettled([adoptVersion(db, head, asked), adoptVersion(db, head, asked)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'strategy.versions.notDraft' },
    })
  })

  test('is begun once, and waits for the day from which it holds', async ({ db, liepaja }) => {
    const head = memberOf(liepaja, 'educationHead', 'head')
    const begun = { municipalityId: liepaja, kind: 'update', reason: { lv: WHY, en: null } } as const
    const both = await Promise.all([beginDraft(db, head, begun), beginDraft(db, head, begun)])
    expect(both.map(({ isNew }) => isNew).toSorted()).toEqual([false, true])
    const number = both[0]?.number ?? 0
    const editor = await openEditor(db, head)
    const later = { ...decided, in_force_on: addDays(TODAY, 30) }
    expect((await editor.send(`${HOME}/${number}/lemums`, later)).status).toBe(303)
    const page = await editor.read(`${HOME}/${number}/pienemt`)
    expect(page).toContain('līdz tai dienai plāns paliek')
    const { strategy } = await treeNow(db, liepaja)
    const seen = await seenOf(db, liepaja, number)
    await expect(
      adoptVersion(db, head, { municipalityId: liepaja, plan: strategy.key, number, seen }),
    ).rejects.toMatchObject({ reason: 'strategy.versions.notYet' })
    await dropDraft(db, head, { municipalityId: liepaja, strategyId: strategy.id, number, why: 'Par vēlu' })
  })

  test('says all that is amiss in a proposal, and is not written over unseen', async ({ db, liepaja }) => {
    const { editor, head, number, address } = await begin(db, liepaja)
    const anna = await openEditor(db, memberOf(liepaja, 'educationSpecialist', 'anna'))
    const at = `${address}/darbibas/3.1.1`
    const wrong = await editor.send(at, { kind: 'merge', reason_lv: '', responsible: 'Cits' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    for (const field of ['into', 'reason_lv', 'kind']) expect(page).toContain(`href="#field-${field}"`)
    expect(await (await editor.send(at, { kind: 'change', reason_lv: 'Nekas' })).text()).toContain(
      'Plāna tekstā nekas nav mainīts',
    )
    const drawn = await anna.fields(at)
    expect((await editor.send(at, end)).status).toBe(303)
    const late = await anna.ask(at, { ...drawn, kind: 'keep', reason_lv: 'Annas iemesls', _do: 'save' })
    expect(late.status).toBe(409)
    const other = await openEditor(db, memberOf(await municipalityIdOf(db, 'ventspils'), 'educationHead'))
    expect((await other.ask(at)).status).toBe(404)
    const council = await openEditor(db, memberOf(liepaja, 'councilMember'))
    expect((await council.ask(address)).status).toBe(200)
    expect((await council.ask(at)).status).toBe(403)
    const { strategy } = await treeNow(db, liepaja)
    await dropDraft(db, head, {
      municipalityId: liepaja,
      strategyId: strategy.id,
      number,
      why: 'Tikai mēģinājums',
    })
  })
})

describe('the mid-term update', () => {
  test('leads step by step, with what the data say, to the draft of a version', async ({ db, liepaja }) => {
    const path = '/darbs/liepaja/videja-termina-parskats'
    const head = await openEditor(db, memberOf(liepaja, 'educationHead', 'head'))
    expect((await head.ask(path, { reason: '' })).status).toBe(422)
    expect((await head.ask(path, { reason: 'Pagājusi puse plāna laika' })).status).toBe(303)
    const overview = await head.read(path)
    expect(overview).toContain('Izvērtētas 0 no')
    const goal = /videja-termina-parskats\/merki\/([^"]+)"/.exec(overview)?.[1] ?? ''
    const step = await head.read(`${path}/merki/${goal}`)
    expect(step).toContain(`Mērķa ${goal} rādītāji`)
    expect(step).toContain('Cik droši')

    // Keeping something is a choice too, and has its reason.
    const silent = await head.send(`${path}/merki/${goal}`, { kind: 'keep', reason_lv: '' })
    expect(silent.status).toBe(422)
    const kept = await head.send(`${path}/merki/${goal}`, { kind: 'keep', reason_lv: 'Mērķis joprojām der' })
    expect(kept.status).toBe(303)
    const next = kept.headers.get('location') ?? ''
    expect(next).toMatch(/\/darbibas\/1\.1\.\d/)
    const action = await head.read(next)
    for (const words of ['Ko saka dati', 'Termiņš', 'Cik droši', 'Mērķa'])
      expect(action, words).toContain(words)
    const ended = await head.send(next, { ...end, reason_lv: 'Dati rāda, ka tas nelīdz' })
    expect(ended.status).toBe(303)
    expect(await head.read(path)).toContain('Izvērtētas 1 no')
    const number = (await versionsOf(db, liepaja)).at(-1)?.number ?? 0
    const draft = await head.read(`${HOME}/${number}`)
    expect(draft).toContain('Dati rāda, ka tas nelīdz')
    expect(draft).toContain('Mērķis joprojām der')
    const { strategy } = await treeNow(db, liepaja)
    await dropDraft(db, memberOf(liepaja, 'educationHead', 'head'), {
      municipalityId: liepaja,
      strategyId: strategy.id,
      number,
      why: 'Tikai mēģinājums',
    })
  })
})
