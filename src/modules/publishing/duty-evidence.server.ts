import { findMunicipalityNames } from '#modules/registry.server'
import { addYears, type DutyEvidence, type DutyQuestion, yearEndedBy } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { parsePeriod } from '#platform/period.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { sayIn } from '#platform/say/index.ts'
import { createText, type Language, type LocalText, type TextKey } from '#platform/texts/text.ts'
import { findPublished } from './published-store.server.ts'
import { publicReportAddress } from './reports/addresses.ts'
import type { ReportKind } from './reports/content/kinds.ts'
import { publishingTexts } from './texts/index.ts'

const YEARS_BETWEEN = 4

type Tx = DatabaseTransaction
type Published = { key: string; number: number; on: string }

/** Published reports of a kind, the earliest first, each with the day on which it was frozen. */
const publishedOf = async (tx: Tx, municipalityId: string, kind: ReportKind): Promise<Published[]> =>
  (await findPublished(tx, municipalityId, kind)).map(({ frozenAt, ...one }) => ({
    ...one,
    on: municipalDay(frozenAt),
  }))

/** The yearly report of a strategy: the first supervision report that was published after the year had ended, and before the next had. */
export async function showSupervision(
  tx: Tx,
  municipalityId: string,
  { period }: DutyQuestion,
): Promise<DutyEvidence> {
  const published = await publishedOf(tx, municipalityId, 'supervision')
  const about = period.includes('/') ? ('schoolYear' as const) : ('year' as const)
  const report = published.find(({ on }) => yearEndedBy(on, about) === period)
  return shown(tx, municipalityId, report, 'publishing.duty.supervision')
}

/** The analysis of institutions' results: one that was published within the year. */
export async function showResultsAnalysis(
  tx: Tx,
  municipalityId: string,
  { period }: DutyQuestion,
): Promise<DutyEvidence> {
  const within = parsePeriod(period)
  const published = await publishedOf(tx, municipalityId, 'results')
  const report = published.find(({ on }) => within && within.start <= on && on <= within.end)
  return shown(tx, municipalityId, report, 'publishing.duty.results')
}

/** The quality report is done when it is submitted, which only people can say: here it is told whether it is published. */
export async function showQualityReport(
  tx: Tx,
  municipalityId: string,
  { dueOn, today }: DutyQuestion,
): Promise<DutyEvidence> {
  const published = await publishedOf(tx, municipalityId, 'quality')
  const since = addYears(dueOn ?? today, -YEARS_BETWEEN)
  const report = published.find(({ on }) => on > since)
  const { doneOn, missing, ...rest } = await shown(tx, municipalityId, report, 'publishing.duty.quality')
  const unsubmitted = sentence('publishing.duty.unsubmitted', (language) => ({
    date: sayIn[language].day(doneOn ?? today),
  }))
  return { ...rest, doneOn: null, missing: doneOn === null ? missing : [unsubmitted] }
}

async function shown(
  tx: Tx,
  municipalityId: string,
  report: Published | undefined,
  missing: TextKey,
): Promise<DutyEvidence> {
  if (!report) return { missing: [sentence(missing)], doneOn: null, address: null }
  const slug = (await findMunicipalityNames(tx)).get(municipalityId)
  const address = slug === undefined ? null : publicReportAddress(slug, report.key, report.number)
  return { missing: [], doneOn: report.on, address }
}

type Values = (language: Language) => Readonly<Record<string, string>>

/** A sentence in both languages. */
function sentence(key: TextKey, values: Values = () => ({})): LocalText {
  const say = (language: Language) => createText(language, publishingTexts[language])(key, values(language))
  return { lv: say('lv'), en: say('en') }
}
