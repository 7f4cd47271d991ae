import { sql } from 'kysely'
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import { fieldsIn } from '../support/forms.ts'
import type { Driver, Stand } from './drivers.ts'

/** The form that is filled in, of the institution whose coordinator has signed in. */
const FORM = '/darbs/liepaja/datu-vaksana/vaksana/gada-dati-3/lvg'
/** Another one, in which is typed all the time. */
const ENTRIES = '/darbs/liepaja/datu-vaksana/vaksana/vasaras-darbi/lvg/ieraksti'
const REVIEW = `${FORM}/parskats`
/** Whatever checks ask to be explained. */
const COMMENTS = { 'check:pret_pern': 'Paskaidrots.', 'check:izmaksas_pret_citiem': 'Paskaidrots.' }

const post = ({ address }: Stand, path: string, cookie: string, typed: Record<string, string>) =>
  fetch(address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, cookie },
    body: new URLSearchParams(typed),
  })

/** What is typed into a form: acknowledged by the answer to the edit that a browser sends. */
export const entries: Driver = {
  name: 'entry',
  async save(stand, number) {
    const { giver } = stand
    const id = uuidv7()
    const edit = {
      id,
      client: uuidv4(),
      seq: 1,
      base: number + 1_000_000,
      fields: { piezimes: `Ieraksts ${id}` },
    }
    const answer = await post(stand, ENTRIES, giver.cookie, {
      account: giver.accountId,
      municipality: giver.municipalityId,
      submission: giver.submissionId,
      institution: giver.institutionId,
      edits: JSON.stringify([edit]),
    })
    return answer.status === 200 ? id : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<{ id: string; text: string | null }>`
      select id, coalesce(fields->>'piezimes', held->>'piezimes') as text from collection.edit
      where id = any(${acknowledged}::uuid[])`.execute(owner)
    const kept = new Map(rows.map(({ id, text }) => [id, text]))
    return acknowledged
      .filter((id) => kept.get(id) !== `Ieraksts ${id}`)
      .map((id) => `the entry ${id} is ${kept.has(id) ? 'there by half' : 'lost'}`)
  },
}

/** What is handed in, and given back so that it can be handed in again. */
export const handingIns: Driver = {
  name: 'handing in',
  async save(stand) {
    const said = `Iesniegts ${uuidv7()}`
    const page = await fetch(stand.address + FORM, { headers: { cookie: stand.giver.cookie } })
    const typed = { ...fieldsIn(await page.text()), ...COMMENTS, piezimes: said, _do: 'submit' }
    const answer = await post(stand, FORM, stand.giver.cookie, typed)
    const isDone = answer.status === 303 && answer.headers.get('location') !== FORM
    await giveBack(stand)
    return isDone ? said : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<{ said: string | null; values: number; meant: number }>`
      select (select content from collection.submission_value v where v.submission_id = h.submission_id
          and v.version = h.version and v.field = 'piezimes') as said,
        (select count(*)::int from collection.submission_value v where v.submission_id = h.submission_id
          and v.version = h.version) as values,
        h.answered + h.missing as meant
      from collection.handing_in h where h.way <> 'invented'`.execute(owner)
    const kept = new Set(rows.map(({ said }) => said))
    return [
      ...acknowledged.filter((said) => !kept.has(said)).map((said) => `${said} is lost`),
      ...rows
        .filter(({ values, meant }) => values < meant)
        .map(({ said }) => `${said} has fewer answers than were handed in`),
    ]
  },
}

/** The department gives it back; where nothing was handed in, it says so and nothing happens. */
async function giveBack(stand: Stand) {
  const page = await fetch(stand.address + REVIEW, { headers: { cookie: stand.cookie } })
  const seen = /name="seen" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
  await post(stand, REVIEW, stand.cookie, { act: 'return', seen, reason: 'Vēlreiz.', _once: uuidv7() })
}
