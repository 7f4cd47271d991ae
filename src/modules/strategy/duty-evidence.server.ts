import { findMunicipalityNames } from '#modules/registry.server'
import type { DutyEvidence, DutyQuestion } from '#modules/work.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { sayIn } from '#platform/say/index.ts'
import { createText, type Language, type LocalText, type TextKey } from '#platform/texts/text.ts'
import { coveredFrom } from './covered.ts'
import { isDecided, type StrategySummary } from './model.ts'
import { countReported } from './reported-store.server.ts'
import { findDecidedOn, findStrategiesOf } from './store.server.ts'
import { strategyTexts } from './texts/index.ts'
import { adoptedIn } from './versions/version.ts'
import { findVersions } from './versions/version-store.server.ts'

/** Values of a sentence, which depend on the language of the reader. */
type Values = (language: Language) => Readonly<Record<string, string | number>>

/** The last day that adopted strategies cover: by then the next one is to be adopted. */
export async function nextStrategyDue(tx: DatabaseTransaction, municipalityId: string, today: string) {
  return coveredFrom(await findStrategiesOf(tx, municipalityId), today)?.until ?? null
}

/** Whether a strategy covers today, and another goes on after it. */
export async function showStrategy(
  tx: DatabaseTransaction,
  municipalityId: string,
  { today }: DutyQuestion,
): Promise<DutyEvidence> {
  const covered = coveredFrom(await findStrategiesOf(tx, municipalityId), today)
  if (!covered) return { missing: [sentence('strategy.duty.none')], doneOn: null, address: null }
  const { last, until, next, drafts } = covered
  const title =
    (of: StrategySummary): Values =>
    (language) => ({ title: of.title[language] })
  const at =
    (of: StrategySummary, day: string): Values =>
    (language) => ({
      title: of.title[language],
      date: sayIn[language].day(day),
    })
  return {
    missing: [
      sentence(until < today ? 'strategy.duty.ended' : 'strategy.duty.holds', at(last, until)),
      ...(next ? [sentence('strategy.duty.gap', at(next, next.period.startsOn))] : []),
      ...drafts.map((draft) => sentence('strategy.duty.draft', title(draft))),
    ],
    doneOn: null,
    address: await pageOf(tx, municipalityId, 'strategija'),
  }
}

/** On how many actions nothing is reported for the year that the report is about. That it is written, others know. */
export async function showYearlyReport(
  tx: DatabaseTransaction,
  municipalityId: string,
  { period }: DutyQuestion,
): Promise<DutyEvidence> {
  const address = await pageOf(tx, municipalityId, 'ricibas-plans')
  const plan = planOf(await findStrategiesOf(tx, municipalityId), period)
  if (!plan) return { missing: [], doneOn: null, address }
  const { all, reported } = await countReported(tx, municipalityId, plan.id, periodsOf(period))
  const count = all - reported
  const unreported = sentence('strategy.duty.unreported', (language) => ({
    period: sayIn[language].period(period),
    count,
    all,
  }))
  return { missing: count > 0 ? [unreported] : [], doneOn: null, address }
}

/** Whether the council has adopted the update in the middle of the plan's time, and where a draft of it stands. */
export async function showMidTermUpdate(
  tx: DatabaseTransaction,
  municipalityId: string,
  { period }: DutyQuestion,
): Promise<DutyEvidence> {
  const plan = planOf(await findStrategiesOf(tx, municipalityId), period)
  if (!plan) return { missing: [sentence('strategy.duty.none')], doneOn: null, address: null }
  const versions = await findVersions(tx, municipalityId, plan.id)
  const adopted = adoptedIn(versions)
  const midterm = adopted.filter(({ kind }) => kind === 'midterm').at(-1)
  if (midterm)
    return {
      missing: [],
      doneOn: midterm.decision.decidedOn,
      address: await pageOf(tx, municipalityId, `redakcijas/${midterm.number}`),
    }
  const drafts = versions
    .filter(({ kind, state }) => kind === 'midterm' && state === 'draft')
    .map(({ number }) => sentence('strategy.duty.drafted', () => ({ number })))
  // A plan that came as amended has no versions here; then its own decision is all that is known.
  const isAmended = plan.version === 'amended' && adopted.length === 0
  return {
    missing: [
      sentence('strategy.duty.unamended', (language) => ({ title: plan.title[language] })),
      ...drafts,
    ],
    doneOn: isAmended ? await findDecidedOn(tx, municipalityId, plan.id) : null,
    address: await pageOf(tx, municipalityId, 'strategija'),
  }
}

/** The adopted plan of a year, the newest if there are several; else the newest of all. */
function planOf(strategies: readonly StrategySummary[], period: string): StrategySummary | undefined {
  const decided = strategies.filter(({ version }) => isDecided(version))
  const year = period.slice(0, 4)
  return (
    decided.find((one) => one.period.startsOn.slice(0, 4) <= year && year <= one.period.endsOn.slice(0, 4)) ??
    decided[0]
  )
}

/** A calendar year is reported on as such, or in the school years of which it has a part. */
function periodsOf(period: string): string[] {
  const year = Number(period)
  return Number.isNaN(year) ? [period] : [period, `${year - 1}/${year}`, `${year}/${year + 1}`]
}

async function pageOf(tx: DatabaseTransaction, municipalityId: string, page: string) {
  const slug = (await findMunicipalityNames(tx)).get(municipalityId)
  return slug === undefined ? null : `/${slug}/${page}`
}

/** A sentence in both languages. */
function sentence(key: TextKey, values: Values = () => ({})): LocalText {
  const say = (language: Language) => createText(language, strategyTexts[language])(key, values(language))
  return { lv: say('lv'), en: say('en') }
}
