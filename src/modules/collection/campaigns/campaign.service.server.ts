import type { Database } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { PUBLISHED, publishedRows } from './campaign-store.server.ts'
import { readCampaign } from './read-works.server.ts'

/**
 * Publishes how far works are over all institutions, as it is now: no institution by name, no picture. Done again, it
 * replaces what was published.
 *
 * @throws Refused when there is no open campaign of that key
 */
export async function publishCampaign(
  db: Database,
  user: User,
  { municipalityId, key }: { municipalityId: string; key: string },
  now = new Date(),
): Promise<void> {
  demand(user, 'collection.call.edit', { municipalityId })
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'form',
    action: 'campaign.published',
    subject: key,
    isPublic: true,
    at: now,
  } as const
  await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const campaign = await readCampaign(tx, municipalityId, key, now)
      if (campaign?.call.state !== 'open') refuse(404, 'collection.campaigns.noSuch')
      await revise(tx, change, PUBLISHED, publishedRows(campaign.call.id, campaign.result, now))
    },
    { municipalityId },
  )
}
