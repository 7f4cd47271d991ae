import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { fieldsIn } from '../support/forms.ts'
import type { Driver } from './drivers.ts'

const INSTITUTION = '/liepaja/iestades/livupe/labot'
const DATA = '/darbs/liepaja/dati'
const PLAN = 'liepaja-2020-2025'

/** What somebody mends on a page: a row, its earlier state, the change in the journal; acknowledged by its id. */
export const edits: Driver = {
  name: 'edit',
  async save({ address, cookie }, number) {
    const page = await fetch(address + INSTITUTION, { headers: { cookie } })
    const typed = {
      ...fieldsIn(await page.text()),
      short_name_lv: `Skola ${number}`,
      short_name_en: `School ${number}`,
      _why: `Labots ${number}. reizi`,
      _do: 'save',
    }
    const answer = await fetch(address + INSTITUTION, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: address, cookie },
      body: new URLSearchParams(typed),
    })
    const change = /saglabats=([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
    return answer.status === 303 ? change : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<{ id: string; lv: string; en: string; changed: number }>`
      select c.id, h.content->>'short_name_lv' as lv, h.content->>'short_name_en' as en, c.changed
      from platform.change c left join platform.record_revision h on h.change_id = c.id
      where c.action = 'institution.edited'`.execute(owner)
    const kept = new Set(rows.map(({ id }) => id))
    return [
      ...acknowledged.filter((id) => !kept.has(id)).map((id) => `the edit ${id} is lost`),
      ...rows
        .filter(({ lv, en, changed }) => changed !== 1 || lv?.replace('Skola', 'School') !== en)
        .map(({ id }) => `the edit ${id} is there by half`),
    ]
  },
}

/** Files that somebody sends: the upload and its file, before anything of it is loaded. */
export const uploads: Driver = {
  name: 'upload',
  async save({ address, cookie }) {
    const once = uuidv7()
    const body = new FormData()
    body.set('once', once)
    body.set('plan', PLAN)
    body.set('files', new Blob([fileOf(once)]), 'values.csv')
    const answer = await fetch(address + DATA, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: address, cookie },
      body,
    })
    return answer.status === 303 ? once : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<{ id: string; content: Uint8Array | null }>`
      select u.id, f.content from platform.upload u
        left join platform.upload_file f on f.municipality_id = u.municipality_id and f.upload_id = u.id`.execute(
      owner,
    )
    const found = new Map(rows.map(({ id, content }) => [id, content && Buffer.from(content).toString()]))
    return [
      ...acknowledged.filter((id) => !found.has(id)).map((id) => `the upload ${id} is lost`),
      ...[...found]
        .filter(([id, content]) => content !== fileOf(id))
        .map(([id]) => `the upload ${id} is there by half`),
    ]
  },
}

const fileOf = (once: string) => `code,position,title_lv,title_en\nmiers,1,Miers ${once},Peace ${once}\n`
