import { v7 as uuidv7 } from 'uuid'
import { moveTasks } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line } from '#platform/editing/fields.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { parsePeriod } from '#platform/period.ts'
import { refuse } from '#platform/refuse.ts'
import { isDay, municipalDay } from '#platform/rights/day.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { roundAddress } from './addresses.ts'
import { ownText } from './own-text.ts'
import { type Round, WHO_DECIDES } from './round.ts'
import { ROUNDS, roundRow } from './round-rows.ts'
import { findRound, findRounds } from './rounds-store.server.ts'
import { REPORT_TASK, type Town } from './tasks.server.ts'

const LONGEST_TITLE = 200

/** A new round of the current plan: its title, as of which period, and its days. */
export async function makeNewRound(tx: DatabaseTransaction, town: Town): Promise<Edit> {
  const { municipalityId, slug } = town
  const plan = (await findCurrentStrategy(tx, municipalityId)) ?? refuse(404, 'strategy.round.noPlan')
  let made = ''
  return {
    ...ofPlace(municipalityId),
    action: 'round.added',
    subject: plan.key,
    fields: fieldsOf('planned'),
    afterwards: () => roundAddress(slug, made),
    read: async () => ({ version: 0, values: { decided_by: 'editor' } }),
    write: async (writing, change, typed) => {
      const read = readRoundEntry(typed, municipalDay(change.at))
      if ('complaints' in read) return read.complaints
      made = freeKey(read.entry.asOf, await findRounds(writing, municipalityId))
      const own = { id: uuidv7(), strategyId: plan.id, key: made, state: 'planned' } as const
      await revise(writing, change, ROUNDS, [
        roundRow({ ...own, ...read.entry, openedAt: null, closedAt: null }),
      ])
      return undefined
    },
  }
}

/** A round that has not closed: once it is open, what it asks about stays, and those who are asked are told of other days. */
export async function makeRoundEdit(town: Town, round: Round): Promise<Edit> {
  const { municipalityId, slug } = town
  return {
    ...ofPlace(municipalityId),
    action: 'round.edited',
    subject: round.key,
    fields: fieldsOf(round.state),
    read: async (reading) => {
      const now = await findRound(reading, municipalityId, round.key)
      return now && { version: now.version, values: typedOf(now) }
    },
    write: async (writing, change, typed) => {
      const now = (await findRound(writing, municipalityId, round.key)) ?? round
      if (now.state !== 'planned' && now.state !== 'open')
        return { '': [{ reason: 'strategy.round.edit.over' }] }
      const today = municipalDay(change.at)
      const read = readRoundEntry(now.state === 'open' ? { ...typedOf(now), ...typed } : typed, today, now)
      if ('complaints' in read) return read.complaints
      const { entry } = read
      await revise(writing, change, ROUNDS, [roundRow({ ...now, ...entry })])
      if (now.state === 'open' && entry.dueOn !== now.dueOn) {
        const addresses = new Set([roundAddress(slug, now.key)])
        const moved = { kind: REPORT_TASK, addresses, dueOn: entry.dueOn }
        await moveTasks(writing, change, moved, (title) => ownText('strategy.round.told.moved', { title }))
      }
      return undefined
    },
  }
}

const ofPlace = (municipalityId: string) => ({
  place: { municipalityId },
  capability: 'strategy.round.edit' as const,
  stream: 'planning' as const,
  isPublic: false,
})

function fieldsOf(state: Round['state']): EditField[] {
  const required = { isRequired: true }
  return [
    line('title_lv', 'strategy.round.titleLv', {
      ...required,
      maximumLength: LONGEST_TITLE,
      hint: 'strategy.round.title.hint',
    }),
    line('title_en', 'strategy.round.titleEn', { ...required, maximumLength: LONGEST_TITLE }),
    ...(state === 'planned'
      ? [
          line('as_of', 'strategy.round.asOf', { ...required, hint: 'strategy.round.asOf.hint' }),
          day('opens_on', 'strategy.round.opensOn', { ...required, hint: 'strategy.round.opensOn.hint' }),
        ]
      : []),
    day('due_on', 'strategy.round.dueOn', { ...required, hint: 'strategy.round.dueOn.hint' }),
    day('closes_on', 'strategy.round.closesOn', { ...required, hint: 'strategy.round.closesOn.hint' }),
    choice(
      'decided_by',
      'strategy.round.decidedBy',
      WHO_DECIDES.map((value) => ({ value, label: `strategy.round.decidedBy.${value}` as const })),
      { ...required, hint: 'strategy.round.decidedBy.hint' },
    ),
  ]
}

type Entry = Pick<Round, 'title' | 'asOf' | 'opensOn' | 'dueOn' | 'closesOn' | 'decidedBy'>

/** A round as it was typed, or everything that is wrong with it. */
function readRoundEntry(
  typed: Typed,
  today: string,
  before?: Round,
): { entry: Entry } | { complaints: Complaints } {
  const complaints: Record<string, Complaint[]> = {}
  const get = (name: string) => (typed[name] ?? '').trim()
  const dayOf = (name: string) => {
    const value = get(name)
    if (!isDay(value)) complaints[name] = [{ reason: value === '' ? MISSING : 'platform.form.day' }]
    return value
  }
  for (const name of ['title_lv', 'title_en']) if (get(name) === '') complaints[name] = [{ reason: MISSING }]
  if (parsePeriod(get('as_of')) === null) complaints.as_of = [{ reason: 'strategy.round.asOf.form' }]
  const [opensOn, dueOn, closesOn] = ['opens_on', 'due_on', 'closes_on'].map(dayOf) as [
    string,
    string,
    string,
  ]
  if (!complaints.due_on && !complaints.opens_on && dueOn < opensOn)
    complaints.due_on = [{ reason: 'strategy.round.dueOn.early' }]
  if (!complaints.closes_on && !complaints.due_on && closesOn < dueOn)
    complaints.closes_on = [{ reason: 'strategy.round.closesOn.early' }]
  if (!complaints.closes_on && closesOn < today && closesOn !== before?.closesOn)
    complaints.closes_on = [{ reason: 'strategy.round.closesOn.past' }]
  const decidedBy = WHO_DECIDES.find((one) => one === get('decided_by'))
  if (!decidedBy) complaints.decided_by = [{ reason: MISSING }]
  if (Object.keys(complaints).length > 0 || !decidedBy) return { complaints }
  const title = { lv: get('title_lv'), en: get('title_en') }
  return { entry: { title, asOf: get('as_of'), opensOn, dueOn, closesOn, decidedBy } }
}

const MISSING = 'platform.form.missing'

function typedOf(round: Round): Typed {
  const { title_lv, title_en, as_of, opens_on, due_on, closes_on, decided_by } = roundRow(round)
  return { title_lv, title_en, as_of, opens_on, due_on, closes_on, decided_by }
}

/** A key that no round of the municipality has: its period, counted from the second one on. */
function freeKey(asOf: string, rounds: readonly Pick<Round, 'key'>[]): string {
  const taken = new Set(rounds.map(({ key }) => key))
  const name = asOf.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  let key = name
  for (let count = 2; taken.has(key); count += 1) key = `${name}-${count}`
  return key
}
