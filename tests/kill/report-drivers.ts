import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Driver, Stand } from './drivers.ts'
import { fillIn, read, send } from './visit.ts'

const REPORTS = '/darbs/liepaja/parskati'
const RUNS = `${REPORTS}/visas-iestades`
const PLAN = 'liepaja-2020-2025'
const INSTITUTIONS = 3
const FILES_OF_INSTITUTION = 4
const LOOK_MS = 250
/** Long enough for all that was asked for, on a slow machine. */
const SETTLED_MS = 180_000

/** The report that is written and frozen on and on. */
const writing = { address: '', section: '' }

/** Words that somebody writes in a report, which is then frozen under its next number, publicly each second time. */
export const freezing: Driver = {
  name: 'freezing',
  isAiming: true,
  async save(stand, number) {
    const { cookie } = stand.head
    if (writing.section === '') await beginReport(stand)
    if (writing.section === '') return undefined
    const words = `Teksts ${uuidv7()}`
    if ((await fillIn(stand, writing.section, { lv: words, en: words }, cookie)).status !== 303)
      return undefined
    const freeze = `${writing.address}/iesaldet`
    const seen = /name="seen" value="([^"]*)"/.exec(await read(stand, freeze, cookie))?.[1] ?? ''
    const readers = number % 2 === 0 ? 'public' : 'inner'
    stand.aim()
    const { status, location } = await send(stand, freeze, { seen, readers }, cookie)
    const frozen = /iesaldets\/(\d+)$/.exec(location)?.[1]
    return status === 303 && frozen !== undefined ? `${frozen} ${readers} ${words}` : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<Frozen>`
      select f.number, f.is_public, f.content->>'lv' as lv, f.content->>'en' as en, c.is_public as told, c.added
      from publishing.frozen_report f left join platform.change c
        on c.municipality_id = f.municipality_id and c.id = f.change_id
      where f.report_key = ${writing.address.slice(REPORTS.length + 1)}`.execute(owner)
    const kept = new Map(rows.map((row) => [row.number, row]))
    return [
      ...acknowledged.filter((one) => !isKept(kept, one)).map((one) => `the frozen report ${one} is lost`),
      ...rows
        .filter(
          ({ lv, en, is_public, told, added }) => wordsIn(lv) !== wordsIn(en) || told !== is_public || !added,
        )
        .map(({ number }) => `the frozen report ${number} is there by half`),
    ]
  },
}

type Frozen = {
  number: number
  is_public: boolean
  lv: string | null
  en: string | null
  told: boolean | null
  added: number | null
}

const wordsIn = (content: string | null) => /Teksts [0-9a-f-]{36}/.exec(content ?? '')?.[0]

function isKept(kept: ReadonlyMap<number, Frozen>, acknowledged: string) {
  const [, number = '', readers = '', words = ''] = /^(\d+) (\w+) (.+)$/.exec(acknowledged) ?? []
  const row = kept.get(Number(number))
  return row?.is_public === (readers === 'public') && wordsIn(row.lv) === words && wordsIn(row.en) === words
}

async function beginReport(stand: Stand) {
  const { cookie } = stand.head
  if (writing.address === '') {
    const begun = await send(stand, `${REPORTS}/jauns`, { kind: 'committee', strategy: PLAN }, cookie)
    if (begun.status === 303) writing.address = begun.location
  }
  const page = await read(stand, writing.address, cookie)
  writing.section = /href="([^"]+\/sadala\/[^"/]+)"/.exec(page)?.[1] ?? ''
}

/** The run that was asked for last. */
const running = { id: '' }

/** Reports of many institutions in one go: the next is asked for when the last has ended, however often it was killed. */
export const reportRuns: Driver = {
  name: 'report run',
  isAiming: true,
  async save(stand) {
    const { cookie } = stand.head
    if (running.id !== '' && !(await hasEnded(stand, running.id))) {
      stand.aim()
      await sleep(LOOK_MS)
      return undefined
    }
    const page = await read(stand, RUNS, cookie)
    const ticked = [...new Set(page.match(/institution\.[\w-]+/g))].slice(0, INSTITUTIONS)
    const once = uuidv7()
    const typed = {
      kind: 'results',
      strategy: PLAN,
      _once: once,
      ...Object.fromEntries(ticked.map((name) => [name, 'yes'])),
    }
    const { status, location } = await send(stand, RUNS, typed, cookie)
    if (status !== 303 || !location.endsWith(once)) return undefined
    running.id = once
    return once
  },
  async settle(stand) {
    const end = performance.now() + SETTLED_MS
    while (running.id !== '' && !(await hasEnded(stand, running.id)) && performance.now() < end)
      await sleep(LOOK_MS)
  },
  async findFaults(owner, acknowledged, { isSettled }) {
    const { rows } = await sql<Run>`
      select r.id, count(i.run_id)::int as items,
        count(*) filter (where i.state = 'waiting')::int as waiting,
        count(*) filter (where i.state = 'failed' and i.problem is null)::int as unnamed,
        coalesce(sum(jsonb_array_length(i.files)) filter (where i.state = 'done'), 0)::int
          - ${FILES_OF_INSTITUTION} * count(*) filter (where i.state = 'done')::int as more,
        (select count(*)::int from jobs.job j where j.data->>'runId' = r.id::text
          and j.name = 'publishing.makeReports' and j.state in ('created', 'retry', 'active')) as jobs
      from publishing.report_run r left join publishing.report_run_item i
        on i.municipality_id = r.municipality_id and i.run_id = r.id
      group by r.id`.execute(owner)
    const { rows: files } = await sql<{ missing: number; spare: number }>`
      with named as (select f->>'fileId' as id from publishing.report_run_item i, jsonb_array_elements(i.files) f),
        kept as (select id::text from platform.file where purpose = 'publishing.run')
      select (select count(*)::int from named where id not in (select id from kept)) as missing,
        (select count(*)::int from kept where id not in (select id from named)) as spare`.execute(owner)
    const known = new Set(rows.map(({ id }) => id))
    return [
      ...acknowledged.filter((id) => !known.has(id)).map((id) => `the run ${id} is lost`),
      ...rows.filter(isHalf).map(({ id }) => `the run ${id} is there by half`),
      ...rows
        .filter(({ waiting, jobs }) => waiting > 0 && (isSettled || jobs === 0))
        .map(({ id, waiting, jobs }) => `the run ${id} stands still: ${waiting} wait, with ${jobs} jobs`),
      ...files
        .filter(({ missing, spare }) => missing + spare > 0)
        .map(({ missing, spare }) => `of files of runs ${missing} are missing and ${spare} are nobody's`),
    ]
  },
}

type Run = { id: string; items: number; waiting: number; unnamed: number; more: number; jobs: number }

const isHalf = ({ items, unnamed, more }: Run) => items !== INSTITUTIONS || unnamed > 0 || more !== 0

/** Whether each institution of a run is done or named as failed, as its page shows it. */
async function hasEnded(stand: Stand, id: string) {
  const page = await read(stand, `${RUNS}/${id}`, stand.head.cookie)
  const [, value, max] = /<progress[^>]*value="(\d+)"[^>]*max="(\d+)"/.exec(page) ?? []
  return value !== undefined && value === max
}
