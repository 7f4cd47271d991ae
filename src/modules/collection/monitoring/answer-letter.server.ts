import { findInstitution, findMunicipalityNames } from '#modules/registry.server'
import { type LetterOfTask, type MoreInLetter, makeMark } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { createText } from '#platform/texts/text.ts'
import { operator } from '#platform/users.ts'
import { REPLY_ADDRESS, readFormAddress } from '../addresses.ts'
import { findCall } from '../calls/call-store.server.ts'
import { phaseOf, takesAnswers } from '../calls/phase.ts'
import { collectionTexts } from '../texts/index.ts'
import { REPLY_TOPIC, saidOf } from './reply.service.server.ts'
import { REPLY_KINDS, REPLY_LABELS } from './reply.ts'
import { findWhyNotAsked, readMonitoredOf } from './still-asked.server.ts'

/**
 * Looks once more whether somebody is still to answer as a letter about it is written, and gives the links by which one
 * answers with a click. @returns undefined where it was handed in meanwhile, is locked, or is no longer theirs
 */
export async function answerLetter(
  db: Database,
  { municipalityId, accountId, address, language }: LetterOfTask,
): Promise<MoreInLetter | undefined> {
  const keys = readFormAddress(address)
  if (!keys) return undefined
  const now = new Date()
  const found = await readAs(
    db,
    operator(municipalityId),
    async (tx) => {
      const call = await findCall(tx, municipalityId, keys.call)
      const institution = call && (await findInstitution(tx, municipalityId, keys.institution))
      const row = institution && (await readMonitoredOf(tx, municipalityId, { call, institution }, now))
      return call && row
        ? { call, row, slug: (await findMunicipalityNames(tx)).get(municipalityId) }
        : undefined
    },
    { municipalityId },
  )
  if (!found || (await findWhyNotAsked(db, { municipalityId, accountId, ...found }, now)) !== null)
    return undefined
  if (!takesAnswers(phaseOf(found.call, now))) return { links: [] }
  const text = createText(language, collectionTexts[language])
  const links = []
  for (const kind of REPLY_KINDS) {
    const said = saidOf({ municipalityId, submissionId: found.row.submissionId, kind })
    const mark = await makeMark(db, REPLY_TOPIC, { accountId, said })
    links.push({
      label: text(REPLY_LABELS[kind]),
      address: `${REPLY_ADDRESS}?${new URLSearchParams({ zime: mark })}`,
    })
  }
  return { links }
}
