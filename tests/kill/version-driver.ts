import { sql } from 'kysely'
import { municipalDay } from '#platform/rights/day.ts'
import { fieldsIn } from '../support/forms.ts'
import type { Driver, Stand } from './drivers.ts'
import { read, send } from './visit.ts'

const VERSIONS = '/darbs/liepaja/redakcijas'
const PLAN = 'liepaja-2020-2025'
const CHANGED = ['1.1.1', '1.1.2', '1.1.3']
const GOAL = 'KP1'

/** What a version writes wherever it changes something. */
const markOf = (number: number) => `Redakcija ${number}`
/** The action that a version adds. The next one ends it, or merges it into another. */
const addedBy = (number: number) => `1.1.${1000 + number}`
const isMerging = (number: number) => number % 2 === 0

type Step = { path: string; typed: Record<string, string> }

/** Everything that is done to a draft before it is adopted. */
function stepsOf(number: number): Step[] {
  const draft = `${VERSIONS}/${number}`
  const because = { reason_lv: `Tā vajag ${number}. redakcijā` }
  const changes = CHANGED.map((code) => ({
    path: `${draft}/darbibas/${code}`,
    typed: { kind: 'change', responsible: markOf(number), ...because },
  }))
  const added = {
    code: addedBy(number),
    direction: '1.1',
    position: String(1000 + number),
    title_lv: markOf(number),
    title_en: `Version ${number}`,
    ...because,
  }
  const ended = isMerging(number - 1) ? { kind: 'merge', into: '1.1.1' } : { kind: 'end' }
  const today = municipalDay()
  return [
    ...changes,
    { path: `${draft}/merki/${GOAL}`, typed: { kind: 'change', aim_lv: markOf(number), ...because } },
    { path: `${draft}/jauna-darbiba`, typed: added },
    ...(number > 2
      ? [{ path: `${draft}/darbibas/${addedBy(number - 1)}`, typed: { ...ended, ...because } }]
      : []),
    {
      path: `${draft}/lemums`,
      typed: { decision_number: String(number), decided_on: today, in_force_on: today, minutes: '' },
    },
  ]
}

/** The draft that is being written, and how many of its steps were acknowledged. */
const drafting = { number: 0, done: 0 }

/** One version after another: begun, proposed, decided and adopted. What a draft was acknowledged to hold is not repeated. */
export const versions: Driver = {
  name: 'version',
  isAiming: true,
  async save(stand) {
    const { cookie } = stand.head
    const begun = await send(stand, VERSIONS, { kind: 'update', reason: 'Nākamā redakcija' }, cookie)
    const number = Number(/redakcijas\/(\d+)$/.exec(begun.location)?.[1] ?? 0)
    if (begun.status !== 303 || number === 0) return undefined
    if (drafting.number !== number) Object.assign(drafting, { number, done: 0 })
    for (const step of stepsOf(number).slice(drafting.done)) {
      if (!(await isTaken(stand, step))) return undefined
      drafting.done += 1
    }
    const adopting = `${VERSIONS}/${number}/pienemt`
    const drawn = fieldsIn(await read(stand, adopting, cookie))
    stand.aim()
    const { status } = await send(stand, adopting, drawn, cookie)
    return status === 303 ? String(number) : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows: all } = await sql<{ number: number; isAdopted: boolean; done: number }>`
      select v.number, v.state = 'adopted' as "isAdopted", (select count(*)::int from strategy.version_change p
        where p.municipality_id = v.municipality_id and p.version_id = v.id and p.change_id = v.change_id) as done
      from strategy.version v join strategy.strategy s on s.municipality_id = v.municipality_id
        and s.id = v.strategy_id and s.key = ${PLAN} order by v.number`.execute(owner)
    const adopted = all.filter(({ isAdopted }) => isAdopted)
    const newest = Math.max(1, ...adopted.map(({ number }) => number))
    const { rows } = await sql<Row>`
      select a.code, a.title_lv, a.responsible, a.ended_on is not null as "isEnded", a.merged_into from strategy.action a
        join strategy.strategy s on s.municipality_id = a.municipality_id and s.id = a.strategy_id
      where s.key = ${PLAN} and a.withdrawn_at is null`.execute(owner)
    const { rows: plan } = await sql<{ version: string; aim: string | null }>`
      select s.version, g.aim_lv as aim from strategy.strategy s join strategy.goal g
        on g.municipality_id = s.municipality_id and g.strategy_id = s.id and g.code = ${GOAL}
      where s.key = ${PLAN}`.execute(owner)
    const known = new Set(adopted.map(({ number }) => number))
    return [
      ...acknowledged.filter((one) => !known.has(Number(one))).map((one) => `version ${one} is lost`),
      ...adopted
        .filter(({ number, done }) => done < stepsOf(number).length - 1)
        .map(({ number }) => `version ${number} is adopted without all that it proposes`),
      ...amissIn(newest, rows).map((code) => `action ${code} is not as version ${newest} has it`),
      ...plan
        .filter(
          ({ version, aim }) => aim?.startsWith('Redakcija') !== newest > 1 || !isOf(newest, version, aim),
        )
        .map(({ version, aim }) => `the plan is ${version} with ${aim} at version ${newest}`),
    ]
  },
}

type Row = {
  code: string
  title_lv: string
  responsible: string | null
  isEnded: boolean
  merged_into: string | null
}

const isOf = (newest: number, version: string, aim: string | null) =>
  newest === 1 ? version !== 'amended' : version === 'amended' && aim === markOf(newest)

/** Codes of actions that are other than the newest version has them: that of another, or of none. */
function amissIn(newest: number, rows: readonly Row[]) {
  const marked = newest === 1 ? undefined : markOf(newest)
  const found = new Map(rows.map((row) => [row.code, row]))
  const changed = CHANGED.filter((code) => {
    const { responsible } = found.get(code) ?? { responsible: null }
    return marked === undefined ? responsible?.startsWith('Redakcija') : responsible !== marked
  })
  const numbers = Array.from({ length: newest - 1 }, (_, place) => place + 2)
  const missing = numbers.map(addedBy).filter((code) => !found.has(code))
  const others = rows.filter(({ code, isEnded, merged_into }) => {
    const number = Number(/^1\.1\.(\d{4,})$/.exec(code)?.[1] ?? 1000) - 1000
    if (number === 0) return false
    if (number > newest) return true
    const into = number < newest && isMerging(number) ? '1.1.1' : null
    return isEnded !== number < newest || merged_into !== into
  })
  return [...changed, ...missing, ...others.map(({ code }) => code)]
}

/** Takes one step; what stands there already, though nothing was answered to it, is not taken again. */
async function isTaken(stand: Stand, { path, typed }: Step) {
  const { cookie } = stand.head
  if (typed.code !== undefined) {
    const draft = path.slice(0, path.lastIndexOf('/'))
    if ((await read(stand, draft, cookie)).includes(typed.code)) return true
  }
  const drawn = fieldsIn(await read(stand, path, cookie))
  if (Object.entries(typed).every(([name, value]) => drawn[name] === value)) return true
  return (await send(stand, path, { ...drawn, ...typed, _do: 'save' }, cookie)).status === 303
}
