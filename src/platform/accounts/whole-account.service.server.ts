import { refuse } from '../refuse.ts'
import { municipalDay } from '../rights/day.ts'
import { placeOf } from '../rights/place-of.server.ts'
import { may, type User } from '../users.ts'
import { COUNTRY } from '../write/data-version.server.ts'
import type { AccountDesk } from './desk.server.ts'
import { findPlacesOfAccount, findShutPlaces } from './holders-store.server.ts'

/**
 * Where an account works or will, besides one place: by an account there or by a right. The country stands under its
 * own id.
 */
export async function findOtherPlaces(
  desk: AccountDesk,
  accountId: string,
  municipalityId: string,
): Promise<string[]> {
  const {
    user: { grants },
    more: { held, shut },
  } = await desk.findUserAnd(accountId, async (tx) => ({
    held: await findPlacesOfAccount(tx, accountId),
    shut: await findShutPlaces(tx, accountId),
  }))
  const today = municipalDay()
  const given = grants
    .filter(({ validTo }) => !validTo || today < validTo)
    .map(({ scope }) => (scope.kind === 'country' ? COUNTRY : scope.municipalityId))
    .filter((place) => !shut.has(place))
  return [...new Set([...held, ...given])].filter((place) => place !== municipalityId)
}

/**
 * What is done to a password, codes or sessions is felt wherever the account works: whoever does so administers all of
 * those places.
 *
 * @throws Refused (403) saying who can
 */
export async function demandWholeAccount(
  desk: AccountDesk,
  user: User,
  { accountId, municipalityId }: { accountId: string; municipalityId: string },
) {
  const others = await findOtherPlaces(desk, accountId, municipalityId)
  const beyond = others.filter((place) => !may(user, 'platform.account.edit', placeOf(place)))
  if (beyond.includes(COUNTRY)) refuse(403, 'platform.refused.accountOfCountry')
  if (beyond.length > 0) refuse(403, 'platform.refused.accountElsewhere')
}
