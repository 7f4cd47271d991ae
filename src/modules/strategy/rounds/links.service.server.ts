import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { demand, THE_PUBLIC, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { BY_LINK, MARK } from './addresses.ts'
import { findLinkByDigest, findLinkRows } from './links-store.server.ts'
import { roundReader } from './people.server.ts'
import { type Round, takesReports } from './round.ts'
import { LINKS } from './round-rows.ts'
import { findRoundById } from './rounds-store.server.ts'
import type { Town } from './tasks.server.ts'

const SECRET_BYTES = 32
const PLACE_BYTES = 16
/** Of a municipality's id and a secret, each in the alphabet of addresses. */
const FORM = /^([\w-]{22})\.([\w-]{43})$/

type LinkOf = { municipalityId: string; round: Pick<Round, 'id' | 'key'>; accountId: string }

/**
 * Makes a link by which an account reports on its own actions in a round, besides those that it has already. The secret
 * is in the answer and nowhere else.
 *
 * @param handedBy account that is shown it; empty where it goes out by mail alone
 * @returns the address, in its Latvian form
 */
export async function makeLink(
  db: Database,
  user: User,
  { municipalityId, round, accountId }: LinkOf,
  handedBy = '',
): Promise<string> {
  demand(user, 'strategy.round.edit', { municipalityId })
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const intent = intentOf({ municipalityId, round }, handedBy === '' ? 'round.linkSent' : 'round.linkHanded')
  await inChange(
    db,
    user,
    intent,
    (tx, change) =>
      revise(tx, change, LINKS, [
        {
          id: uuidv7(),
          round_id: round.id,
          account_id: accountId,
          digest: digestOf(secret),
          handed_by: handedBy,
          revoked_on: null,
        },
      ]),
    { municipalityId },
  )
  const place = Buffer.from(municipalityId.replaceAll('-', ''), 'hex').toString('base64url')
  return `${BY_LINK}?${new URLSearchParams({ [MARK]: `${place}.${secret}` })}`
}

/** Revokes every link of an account in a round. @returns how many there were */
export async function revokeLinks(
  db: Database,
  user: User,
  { municipalityId, round, accountId }: LinkOf,
): Promise<number> {
  demand(user, 'strategy.round.edit', { municipalityId })
  const { changed } = await inChange(
    db,
    user,
    intentOf({ municipalityId, round }, 'round.linkRevoked'),
    async (tx, change) => {
      const rows = await findLinkRows(tx, municipalityId, round.id)
      const open = rows.filter((row) => row.account_id === accountId && row.revoked_on === null)
      await revise(
        tx,
        change,
        LINKS,
        open.map(({ id, round_id, account_id, digest, handed_by }) => ({
          id,
          round_id,
          account_id,
          digest,
          handed_by,
          revoked_on: change.at,
        })),
      )
    },
    { municipalityId },
  )
  return changed
}

/** Whose a link is, and what it opens. */
export type OpenedLink = Town & {
  round: Round
  accountId: string
  handedBy: string
  /** Why nothing can be reported by it any more. */
  problem: TextKey | null
}

/** What a link opens; undefined for one that we have not made. Reads only. */
export async function readLink(db: Database, mark: string, now: Date): Promise<OpenedLink | undefined> {
  const [, place = '', secret = ''] = FORM.exec(mark) ?? []
  const hex = Buffer.from(place, 'base64url').toString('hex')
  if (secret === '' || hex.length !== PLACE_BYTES * 2) return undefined
  const municipalityId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return readAs(
    db,
    roundReader(municipalityId),
    async (tx) => {
      const link = await findLinkByDigest(tx, municipalityId, digestOf(secret))
      const round = link && (await findRoundById(tx, municipalityId, link.round_id))
      if (!round) return undefined
      return { link, round }
    },
    { municipalityId },
  ).then(async (found) => {
    if (!found) return undefined
    const { link, round } = found
    const slugs = await readAs(db, THE_PUBLIC, findMunicipalitySlugs)
    const slug = [...slugs].find(([, id]) => id === municipalityId)?.[0]
    if (slug === undefined) return undefined
    const problem = whyClosed(round, link.revoked_on, now)
    return { municipalityId, slug, round, accountId: link.account_id, handedBy: link.handed_by, problem }
  })
}

function whyClosed(round: Round, revokedOn: Date | null, now: Date): TextKey | null {
  if (revokedOn !== null) return 'strategy.round.link.revoked'
  return takesReports(round, municipalDay(now)) ? null : 'strategy.round.link.ended'
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

const intentOf = ({ municipalityId, round }: Pick<LinkOf, 'municipalityId' | 'round'>, action: string) =>
  ({
    municipalityId,
    stream: 'planning',
    origin: 'form',
    action,
    subject: round.key,
    isPublic: false,
    at: new Date(),
  }) as const
