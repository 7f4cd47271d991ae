import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, operator, THE_PUBLIC, theProgram, type User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { Family } from './family.ts'
import { startReading } from './gather.ts'
import { identityOf } from './keep-store.server.ts'
import type { LifeEntry } from './life-entry.ts'
import {
  copyLives,
  findLife,
  findPlaced,
  LIFE,
  type Life,
  type LifeRow,
  type Snapshot,
  tallyStates,
} from './life-store.server.ts'

/** Which finding somebody says something of, and what it looked like when they began to write. */
type Asked = { municipalityId: string; identity: string; version: number }

/** What somebody else has said meanwhile. */
export type LifeMeanwhile = { meanwhile: Life }

/**
 * Says of a finding why it is so, why it may stay so or that it is mended, or takes that back; and whose it is. Readers
 * of the public list are told at once, unless the words may tell of a covered figure.
 *
 * @returns what somebody else has said meanwhile, when it is not what the writer saw
 * @throws Refused when the data show no such finding, or the user may not
 */
export async function sayOf(
  db: Database,
  user: User,
  { municipalityId, identity, version }: Asked,
  entry: LifeEntry,
): Promise<LifeMeanwhile | { problem: 'findings.life.stateMissing' } | undefined> {
  demand(user, 'findings.edit', { municipalityId })
  const intent: Intent = {
    municipalityId,
    stream: 'figures',
    origin: 'form',
    action: `finding.${entry.state}`,
    subject: identity,
    isPublic: false,
    at: new Date(),
  }
  const { result } = await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const finding = await findPlaced(tx, municipalityId, identity)
      if (!finding) refuse(404, 'findings.life.noSuch')
      const life = await findLife(tx, municipalityId, identity)
      if (life && life.revision !== version) return { meanwhile: life }
      // Words that are new want to be said; those that stood there are being taken back.
      const isNew = entry.words_lv !== undefined && entry.words_lv !== life?.said_lv
      if (entry.state === 'open' && isNew) return { problem: 'findings.life.stateMissing' } as const
      await revise(tx, change, LIFE, [{ ...finding.snapshot, ...sayingOf(entry, life), identity }])
      return undefined
    },
    { municipalityId },
  )
  if (!result) await tellReaders(db, municipalityId)
  return result
}

type Said = Omit<LifeRow, keyof Snapshot | 'identity'>

function sayingOf({ state, ...entry }: LifeEntry, before: Life | undefined): Said {
  const days = { closed_on: before?.closed_on ?? null, reopened_on: before?.reopened_on ?? null }
  const account_id = entry.account ?? null
  const tells_no_figure = entry.tells_no_figure === 'yes'
  if (state === 'open' && before?.is_earlier) {
    // What was said before the data closed it stays to be read.
    const { said, said_lv, said_en, said_on, is_earlier } = before
    return { ...days, state, account_id, tells_no_figure, said, said_lv, said_en, said_on, is_earlier }
  }
  const nothing = { said: null, said_lv: null, said_en: null, said_on: null, is_earlier: false }
  if (state === 'open') return { ...days, ...nothing, state, account_id, tells_no_figure: false }
  const words = { said_lv: entry.words_lv ?? null, said_en: entry.words_en ?? null }
  const isSame =
    before?.said === state &&
    before.said_lv === words.said_lv &&
    before.said_en === words.said_en &&
    !before.is_earlier
  const said_on = isSame ? before.said_on : municipalDay()
  return { ...days, ...words, state, said: state, said_on, is_earlier: false, tells_no_figure, account_id }
}

/** Tells the findings that everybody reads, in the name of the program, for nobody else writes what is kept. */
async function tellReaders(db: Database, municipalityId: string) {
  const renewal: Intent = {
    municipalityId,
    stream: 'kept',
    origin: 'computation',
    action: 'kept.renewed',
    subject: 'findings',
    isPublic: false,
    at: new Date(),
  }
  await inChange(db, theProgram(operator(municipalityId).grants), renewal, async (tx, change) => {
    change.counts.changed += await copyLives(tx, municipalityId)
    await tallyStates(tx, municipalityId)
  })
}

/**
 * The words of a finding in the figures as they are, those about few people too; undefined where the data do not show it
 * any more.
 *
 * @throws Refused when the user lacks `findings.unprotected.read` in the municipality
 */
export async function tellUnprotected(
  db: Database,
  user: User,
  families: readonly Family[],
  { municipalityId, identity }: Pick<Asked, 'municipalityId' | 'identity'>,
) {
  demand(user, 'findings.unprotected.read', { municipalityId })
  return readAs(db, THE_PUBLIC, async (tx) => {
    const placed = await findPlaced(tx, municipalityId, identity)
    const family = families.find(({ name }) => name === placed?.snapshot.family)
    if (!placed || !family) return undefined
    const reading = startReading(tx, { municipalityId, view: 'unprotected' })
    const { part } = placed
    const found =
      (await (part === '' ? family.findInWhole(reading) : family.findInParts(reading, [part]))) ?? []
    const same = found.filter(
      ({ finding }) =>
        identityOf(
          finding.code,
          finding.subjects.map((subject) => ({ subject, name: NO_NAME, address: '' })),
        ) === identity,
    )
    return same.map(({ finding }) => finding.explanation)
  })
}
const NO_NAME = { lv: '', en: '' }
