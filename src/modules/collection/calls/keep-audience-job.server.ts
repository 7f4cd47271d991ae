import { z } from 'zod'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { operator } from '#platform/users.ts'
import { keepAudience } from './keep-audience.service.server.ts'

/**
 * Every morning, and when a call opens, asks the institutions that have opened and excuses those that have closed. Of
 * one municipality, or of all.
 */
export const keepAudienceJob = defineJob({
  name: 'collection.keepAudience',
  schema: z.object({ municipalityId: z.uuid().optional() }),
  schedule: '30 5 * * *',
  run: async (db, { municipalityId }) => {
    const towns = await readAs(db, operator(), findMunicipalitySlugs)
    for (const [slug, id] of towns)
      if (municipalityId === undefined || id === municipalityId)
        await keepAudience(db, { municipalityId: id, slug, now: new Date() })
  },
})
