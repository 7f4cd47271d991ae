import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type QueryExecutorProvider, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { entries, handingIns } from './collection-drivers.ts'
import { freezing, reportRuns } from './report-drivers.ts'
import { decisions, statusReports } from './round-drivers.ts'
import { versions } from './version-driver.ts'
import { edits, uploads } from './work-drivers.ts'

/** A running server as its users and its operator meet it. */
export type Stand = {
  address: string
  /** A folder in which drivers may write. */
  folder: string
  /** Of a browser in which somebody who may edit and send files has signed in. */
  cookie: string
  /** Of a browser in which the head of the department has signed in. */
  head: { cookie: string }
  /** Who hands figures in for an institution, and for which form; answers for actions of the plan too. */
  giver: {
    cookie: string
    accountId: string
    municipalityId: string
    submissionId: string
    institutionId: string
  }
  /** Gives a command beside the server. Answers its exit code; null when it was killed. */
  command: (...words: string[]) => Promise<number | null>
  /** Says that a moment has come in which a kill tells more than at random. */
  aim: () => void
}

/** Something that people save, over and over, while the server is killed. */
export type Driver = {
  name: string
  /** Whether it says when a kill tells most, see `aim`. */
  isAiming?: true
  /** Saves once. Answers what the server acknowledged, undefined when it did not. */
  save: (stand: Stand, number: number) => Promise<string | undefined>
  /** Waits, with a server that is left alone, until all that was acknowledged has come to its end. */
  settle?: (stand: Stand) => Promise<void>
  /** Everything that is amiss: acknowledged and lost, or half there; once it is settled, not at its end as well. */
  findFaults: (
    owner: QueryExecutorProvider,
    acknowledged: readonly string[],
    when: { isSettled: boolean },
  ) => Promise<string[]>
}

const CONTENT = 'Atzīme, kas uzrakstīta līdz galam vai nemaz: '

/** Posts a form as a browser does; each from another address, for one may send so many a day. */
async function post(stand: Stand, path: string, number: number, typed: Record<string, string>) {
  const { status, headers } = await fetch(`${stand.address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: stand.address, 'x-forwarded-for': addressOf(number) },
    body: new URLSearchParams(typed),
  })
  return { status, location: headers.get('location') }
}

/** Over all networks there are, so that no limit of a day or of a minute is met. */
const addressOf = (number: number) => `10.${(number >> 14) & 127}.${(number >> 6) & 255}.${number & 63}`

/** What a visitor tells: a row, and another in a schema apart, without a change in the journal. */
const reports: Driver = {
  name: 'report',
  async save(stand, number) {
    const once = uuidv7()
    const typed = {
      _once: once,
      kind: 'barrier',
      content: `${CONTENT}${once}`,
      contact: `${once}@example.lv`,
    }
    const { status, location } = await post(stand, '/zinot', number, typed)
    return status === 303 && location?.endsWith('/zinot/paldies') ? once : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<{ id: string; content: string; contact: string | null }>`
      select r.id, r.content, c.contact from work.report r
        left join identity.report_contact c on c.report_id = r.id`.execute(owner)
    const found = new Map(rows.map((row) => [row.id, row]))
    return [
      ...acknowledged.filter((id) => !found.has(id)).map((id) => `report ${id} is lost`),
      ...rows
        .filter(({ id, content, contact }) => content !== `${CONTENT}${id}` || contact !== `${id}@example.lv`)
        .map(({ id }) => `report ${id} is there by half`),
    ]
  },
}

/** What an operator marks as done: a row that is changed, with its change in the journal. */
const closing: Driver = {
  name: 'close',
  async save(stand, number) {
    const id = await reports.save(stand, number + 1_000_000)
    if (id === undefined) return undefined
    return (await stand.command('messages', 'close', 'latvija', id)) === 0 ? id : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<{ id: string }>`select r.id from work.report r
      join platform.change c on c.id = r.change_id where r.state = 'closed' and c.changed = 1`.execute(owner)
    const closed = new Set(rows.map(({ id }) => id))
    return acknowledged.filter((id) => !closed.has(id)).map((id) => `the closing of ${id} is lost`)
  },
}

/** A folder of files in which two figures of one series carry the same number, another one each time. */
async function prepareImport(folder: string, number: number) {
  await cp('tests/data/ventspils-2024-2027', folder, { recursive: true })
  const file = join(folder, 'observations.csv')
  const [heading = '', ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const note = heading.split(',').indexOf('note_lv')
  const noted = lines.map((line) => {
    const cells = line.split(',')
    cells[note] = `ielāde ${number}`
    cells[note + 1] = `load ${number}`
    return cells.join(',')
  })
  await writeFile(file, [heading, ...noted, ''].join('\n'))
}

/** Loads files by command: many rows of many tables, their change, the data version, what is worked out. */
const imports: Driver = {
  name: 'import',
  async save(stand, number) {
    const folder = join(stand.folder, 'import')
    await prepareImport(folder, number)
    return (await stand.command('import', folder)) === 0 ? String(number) : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<{ note: string }>`
      select distinct on (series_id, period) note_lv as note from indicators.observation
      where note_lv like 'ielāde %' order by series_id, period, revision desc`.execute(owner)
    const numbers = [...new Set(rows.map(({ note }) => Number(note.slice('ielāde '.length))))]
    const last = Math.max(-1, ...acknowledged.map(Number))
    return [
      ...(numbers.length > 1 ? [`loads ${numbers.join(' and ')} are mixed`] : []),
      ...(last >= 0 && Math.min(...numbers, Number.POSITIVE_INFINITY) < last ? [`load ${last} is lost`] : []),
      ...(last >= 0 && numbers.length === 0 ? [`load ${last} is lost`] : []),
    ]
  },
}

/** What is saved meanwhile. Another way of saving is one more line here. */
export const drivers: readonly Driver[] = [
  reports,
  closing,
  imports,
  edits,
  uploads,
  entries,
  handingIns,
  statusReports,
  decisions,
  versions,
  freezing,
  reportRuns,
]
