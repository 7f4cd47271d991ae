import { randomBytes, randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { sessionCookie } from '#platform/accounts/cookies.server.ts'
import { hashOf } from '#platform/accounts/keys.server.ts'
import { beginAsAccounts, readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { reviseGrants } from '#platform/rights/grants.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { element } from '../../src/modules/collection/form/testing.ts'
import { plantForm } from '../support/plant-form.ts'

/** An institution that fills in its form: where it is, who does it, by which cookie, from which address. */
export type Giver = {
  accountId: string
  cookie: string
  clientAddress: string
  municipalityId: string
  institutionId: string
  submissionId: string
  path: string
}

type Desk = Parameters<typeof sessionCookie>[2]
const UNTIL = new Date(Date.now() + 86_400_000)

/** Plants one open call in each of some municipalities, with institutions that are asked and heads who have signed in. */
export async function plantGivers(
  db: Database,
  desk: Desk,
  size: { municipalities: number; institutions: number; fields: number },
): Promise<Giver[]> {
  const all = await readAs(db, THE_PUBLIC, (tx) => findMunicipalitiesOn(tx, municipalDay()))
  const givers: Giver[] = []
  for (const [place, { id, slug }] of all.slice(0, size.municipalities).entries()) {
    const more = Array.from({ length: size.fields - 2 }, (_, index) => `field_${index + 3}`)
    const elements = ['pupils', 'staff', ...more].map((name) => element(name))
    const form = await plantForm(db, id, { elements, count: size.institutions })
    const own = form.schools.map((school): Giver & { token: string } => {
      const token = randomBytes(24).toString('base64url')
      return {
        accountId: uuidv7(),
        token,
        cookie: sessionCookie(token, UNTIL, desk).split(';', 1)[0] ?? '',
        // All institutions of a municipality stand behind one address.
        clientAddress: `10.0.${place}.1`,
        municipalityId: id,
        institutionId: school.id,
        submissionId: school.submissionId,
        path: `/darbs/${slug}/datu-vaksana/vaksana/${form.key}/${school.key}`,
      }
    })
    await signIn(db, own)
    await giveRoles(db, id, own)
    givers.push(...own)
  }
  return givers
}

const signIn = (db: Database, givers: readonly (Giver & { token: string })[]) =>
  beginAsAccounts(db, async (tx) => {
    const now = new Date()
    await tx
      .insertInto('accounts.user_account')
      .values(
        givers.map(({ accountId }) => ({
          id: accountId,
          name: 'Vadītāja',
          email: `${accountId}@bench.example`,
          email_verified: true,
          image: null,
          updated_at: now,
          two_factor_enabled: true,
          language: 'lv',
          is_demo: false,
        })),
      )
      .execute()
    await tx
      .insertInto('accounts.user_session')
      .values(
        givers.map(({ accountId, token }) => ({
          id: randomUUID(),
          expires_at: UNTIL,
          token: hashOf(token),
          updated_at: now,
          ip_address: null,
          user_agent: null,
          user_id: accountId,
          is_confirmed: true,
        })),
      )
      .execute()
  })

async function giveRoles(db: Database, municipalityId: string, givers: readonly Giver[]) {
  const intent = {
    municipalityId,
    stream: 'grants',
    origin: 'command',
    action: 'grant.given',
    subject: 'bench',
    isPublic: false,
    at: new Date(),
  } as const
  await inChange(db, operator(municipalityId), intent, (tx, change) =>
    reviseGrants(
      tx,
      change,
      givers.map(({ accountId, institutionId }) => ({
        id: uuidv7(),
        accountId,
        role: 'institutionHead' as const,
        scope: { kind: 'institution' as const, municipalityId, id: institutionId },
        validFrom: '2020-01-01',
        validTo: null,
        givenBy: 'operator',
        delegatedGrant: null,
        revision: 0,
      })),
    ),
  )
}
