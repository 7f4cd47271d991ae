import type { RoleGrant } from '#platform/rights/grant-store.server.ts'

/**
 * Where a right comes from: it was given here or by the country, is lent while somebody is away, or follows from a
 * post or a charge.
 */
export type HoldingSource = 'given' | 'country' | 'delegated' | 'post' | 'assignment'

/** A right that an account holds, and where it comes from. Only given and lent ones have an id. */
export type Holding = {
  accountId: string
  from: HoldingSource
  grant: RoleGrant
  id?: string
  revision?: number
}

/** What is called how, by id. */
export type Names = {
  accounts: Readonly<Record<string, string>>
  /** Accounts that work here: invited or in use, and not ended. */
  working: readonly string[]
  /** Institutions, groups and persons. */
  scopes: Readonly<Record<string, string>>
}

/** What an account is called; its id where it has no name. */
export const nameOfAccount = ({ accounts }: Pick<Names, 'accounts'>, accountId: string) =>
  accounts[accountId] ?? accountId

/** What an institution, a group or a person is called; the id where it has no name. */
export const nameOfScope = ({ scopes }: Pick<Names, 'scopes'>, id: string) => scopes[id] ?? id
