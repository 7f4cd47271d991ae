import type { AboutInstitution } from '#modules/registry'
import { inBoth } from '#platform/say/index.ts'
import { indicatorAddress, seriesAnchor } from './anchors.ts'
import { findSeriesOfInstitution } from './label-store.server.ts'
import { findCurrentTargetSet } from './store.server.ts'

/** The series of the current plan that are about an institution, each by its indicator and what it is a part of. */
export const aboutInstitution: AboutInstitution = {
  title: 'indicators.aboutInstitution',
  find: async (tx, { municipalityId, institutionId }) => {
    const current = await findCurrentTargetSet(tx, municipalityId)
    if (current === undefined) return []
    const series = await findSeriesOfInstitution(tx, municipalityId, current, institutionId)
    return series.map(({ key, indicator, label }) => ({
      address: `${indicatorAddress(indicator.code)}#${seriesAnchor(key)}`,
      name: inBoth(({ language }) =>
        [`${indicator.code} ${indicator.title[language]}`, label?.[language]].filter(Boolean).join(' · '),
      ),
    }))
  },
}
