import { v7 as uuidv7 } from 'uuid'
import { setEnded, setPassword } from '#platform/accounts/accounts-store.server.ts'
import { inAccountChange, writeHolder } from '#platform/accounts/holders.service.server.ts'
import { beginAsAccounts } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'

type State = 'invited' | 'active' | 'ended'

/** Plants accounts of given ids in a municipality, or among those of the country, without letters and passwords. */
export async function plantAccounts(
  db: Database,
  municipalityId: string,
  ids: readonly string[],
  state: State = 'active',
) {
  const user = municipalityId === COUNTRY ? operator() : operator(municipalityId)
  const endedOn = state === 'ended' ? municipalDay() : null
  const what = { municipalityId, action: 'account.invited', subject: 'test' }
  await inAccountChange(db, user, what, async (tx, change) => {
    for (const accountId of ids)
      await writeHolder(tx, change, { accountId, name: accountId, language: 'lv', endedOn, isAccepted: true })
  })
  await beginAsAccounts(db, async (tx) => {
    for (const id of ids) {
      await tx
        .insertInto('accounts.user_account')
        .values({
          id,
          name: id,
          email: `${uuidv7()}@test.example`,
          email_verified: false,
          image: null,
          updated_at: new Date(),
          two_factor_enabled: false,
          language: 'lv',
          is_demo: false,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      if (state !== 'invited') await setPassword(tx, id, 'no password that anybody could give')
      await setEnded(tx, id, state === 'ended' ? new Date() : null)
    }
  })
}
