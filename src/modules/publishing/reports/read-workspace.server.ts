import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { demand, type User } from '#platform/users.ts'
import { assemble } from './assemble.server.ts'
import { readBrought } from './freeze.service.server.ts'
import { findFrozen } from './frozen-store.server.ts'
import { readChoices } from './read-choices.server.ts'
import { demandReport } from './report.service.server.ts'
import { writePublicly } from './written.server.ts'

type Asked = { municipalityId: string; key: string }

/**
 * A report as it stands: what the data say by now, what people brought to it, what nobody has written yet, and what was
 * frozen of it.
 *
 * @throws Refused (403) without the right to read reports; (404) when there is no such report, or no such plan
 */
export async function readWorkspace(db: Database, user: User, { municipalityId, key }: Asked) {
  demand(user, 'publishing.report.read', { municipalityId })
  const own = await readAs(
    db,
    user,
    async (tx) => {
      const draft = await demandReport(tx, municipalityId, key)
      const brought = await readBrought(tx, municipalityId, draft.id)
      const answered = brought.answers.map(({ accountId }) => accountId)
      return {
        draft,
        brought,
        frozen: await findFrozen(tx, municipalityId, { key }),
        names: Object.fromEntries(await findAccountNames(tx, municipalityId, answered)),
      }
    },
    { municipalityId },
  )
  const { report: written, ...data } = await writePublicly(db, municipalityId, own.draft)
  return {
    ...own,
    ...data,
    written,
    ...assemble(written, own.brought),
    choices: await readChoices(db, municipalityId),
  }
}
