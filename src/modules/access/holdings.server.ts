import { findGroups, findNamesOfAccounts, findPersonNames, findWorkGrants } from '#modules/people.server'
import { institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import { findAccountHolders, findEndedAccounts } from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { findGivenGrants } from '#platform/rights/grant-store.server.ts'
import { ROLES } from '#platform/rights/roles.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { currentGrants, theProgram, type User } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import type { Holding, Names } from './holding.ts'
import { accessTexts } from './texts/index.ts'

/**
 * Who holds what in a municipality, read in the program's own name: also what the country gave, which nobody in a
 * municipality sees otherwise, and what follows from posts and charges. What holds no more is left out, and so is what
 * accounts hold that have ended here: it lets them do nothing.
 *
 * @param placeId a municipality's id, or the country's
 */
export function readHoldings(db: Database, placeId: string, day = municipalDay()): Promise<Holding[]> {
  return readAs(db, holdingsReader(placeId), async (tx) => {
    const ofCountry = await findGivenGrants(tx, COUNTRY, day)
    const ofPlace = placeId === COUNTRY ? [] : await findGivenGrants(tx, placeId, day)
    const ofWork = placeId === COUNTRY ? [] : await findWorkGrants(tx, placeId)
    const ended = placeId === COUNTRY ? new Set() : await findEndedAccounts(tx, placeId)
    const holdings: Holding[] = [
      // A role that there is no more lets nobody do anything.
      ...[...ofPlace, ...ofCountry]
        .filter(({ role }) => role in ROLES)
        .map((grant): Holding => {
          const { id, accountId, revision } = grant
          const lent = grant.delegatedFrom === undefined ? 'given' : 'delegated'
          return { accountId, from: grant.scope.kind === 'country' ? 'country' : lent, grant, id, revision }
        }),
      ...ofWork.filter(({ grant: { validTo } }) => !validTo || day < validTo),
    ]
    // Rights over the country do not end with the account in one municipality, as at signing in.
    return holdings.filter(({ from, accountId }) => from === 'country' || !ended.has(accountId))
  })
}

/** Whose names are read, and who will see them. */
export type NamesOf = { placeId: string; reader: User }

/**
 * What accounts, institutions and groups of a municipality are called, and the persons over whom rights are held.
 * Names of the directory are for those who work there: a right over the whole country shows none of them.
 */
export function readNames(
  db: Database,
  { placeId, reader }: NamesOf,
  language: keyof LocalText,
  holdings: readonly Holding[] = [],
): Promise<Names> {
  const persons = holdings.flatMap(({ grant: { scope } }) => (scope.kind === 'person' ? scope.id : []))
  const hidden = holdings.flatMap(({ grant: { scope } }): [string, string][] =>
    'id' in scope ? [[scope.id, accessTexts[language]['access.over.hidden']]] : [],
  )
  return readAs(db, holdingsReader(placeId, reader), async (tx) => ({
    ...(await findAccounts(tx, placeId)),
    scopes:
      placeId === COUNTRY
        ? {}
        : Object.fromEntries([...hidden, ...(await findScopeNames(tx, placeId, language, persons))]),
  }))
}

async function findAccounts(
  tx: DatabaseTransaction,
  placeId: string,
): Promise<Pick<Names, 'accounts' | 'working'>> {
  const persons = placeId === COUNTRY ? [] : await findNamesOfAccounts(tx, placeId)
  const ofCountry = placeId === COUNTRY ? [] : await findAccountHolders(tx, COUNTRY)
  const holders = await findAccountHolders(tx, placeId)
  const named = [...ofCountry, ...holders].map(({ accountId, name }): [string, string] => [accountId, name])
  const working = holders.filter(({ endedOn }) => endedOn === null)
  return {
    accounts: Object.fromEntries([...persons, ...named]),
    working: working.map(({ accountId }) => accountId),
  }
}

async function findScopeNames(
  tx: DatabaseTransaction,
  placeId: string,
  language: keyof LocalText,
  persons: readonly string[],
) {
  const institutions = await readInstitutionNames(tx, placeId, language)
  const groups = await findGroups(tx, placeId)
  return [
    ...institutions,
    ...groups.map(({ groupId, name, institutionId }): [string, string] => [
      groupId,
      [name, institutions.get(institutionId)].filter(Boolean).join(', '),
    ]),
    ...(await findPersonNames(tx, placeId, persons)),
  ]
}

async function readInstitutionNames(tx: DatabaseTransaction, placeId: string, language: keyof LocalText) {
  const institutions = await findInstitutions(tx, placeId)
  const today = municipalDay()
  return new Map(
    institutions.map((institution) => [institution.id, institutionNear(institution, today).name[language]]),
  )
}

/**
 * Reads who holds what, and how everybody is called, for the pages that say so.
 *
 * @param reader who will see it, where names are shown: the directory is read only for who works in the municipality
 */
export const holdingsReader = (placeId: string, reader?: User): User =>
  theProgram([
    { capabilities: ['platform.grant.read'], scope: { kind: 'country' } },
    {
      capabilities: [
        'registry.institution.read',
        'platform.account.read',
        ...(reader === undefined || worksIn(reader, placeId) ? (['people.read'] as const) : []),
      ],
      scope: { kind: 'municipality', municipalityId: placeId },
    },
  ])

const worksIn = (reader: User, placeId: string) =>
  currentGrants(reader).some(({ scope }) => 'municipalityId' in scope && scope.municipalityId === placeId)
