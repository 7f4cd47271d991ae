import { findMunicipalityNames } from '#modules/registry.server'
import type { DutyEvidence, DutyQuestion } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { createText } from '#platform/texts/text.ts'
import { publishingTexts } from '../texts/index.ts'
import { publicReportAddress } from './addresses.ts'
import { findFrozen } from './frozen-store.server.ts'
import type { RunKind } from './model.ts'

/** Has a duty shown by the reports of a kind that were published in its time. */
export const showPublished =
  (kind: RunKind) =>
  async (
    tx: DatabaseTransaction,
    municipalityId: string,
    { period }: DutyQuestion,
  ): Promise<DutyEvidence> => {
    const published = (await findFrozen(tx, municipalityId, { onlyPublic: true })).filter(
      (one) => one.kind === kind && isWithin(municipalDay(one.frozenAt), period),
    )
    const first = published.at(-1)
    if (!first) return { missing: [MISSING[kind]], doneOn: null, address: null }
    const slug = (await findMunicipalityNames(tx)).get(municipalityId)
    return {
      missing: [],
      doneOn: municipalDay(first.frozenAt),
      address: slug === undefined ? null : publicReportAddress(slug, first.key, first.number),
    }
  }

const saying = (key: 'publishing.duty.quality' | 'publishing.duty.results') => ({
  lv: createText<keyof typeof publishingTexts.lv>('lv', publishingTexts.lv)(key),
  en: createText<keyof typeof publishingTexts.lv>('en', publishingTexts.en)(key),
})
const MISSING = { quality: saying('publishing.duty.quality'), results: saying('publishing.duty.results') }

/** Whether a day lies in a year, or in a school year, which begins in September. */
function isWithin(day: string, period: string): boolean {
  const [, from = '', to] = /^(\d{4})(?:\/(\d{4}))?$/.exec(period) ?? []
  return to === undefined ? day.startsWith(from) : day >= `${from}-09-01` && day < `${to}-09-01`
}
