import { findingAddress } from '#modules/findings'
import { findKept } from '#modules/findings.server'
import type { AboutInstitution, AskedInstitution, InstitutionFigure } from '#modules/registry'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { sayingUnits } from '#platform/say/index.ts'
import { indicatorAddress, seriesAnchor } from './anchors.ts'
import { certaintyOf } from './certainty.ts'
import { allFigureDownloads, figureDownloads } from './downloads.ts'
import { indicatorFamily, indicatorName } from './family.server.ts'
import { resultFigures } from './figures.ts'
import { type JudgedSeries, judgeIndicator } from './list.ts'
import { findSeriesBreakdowns } from './lookup-store.server.ts'
import type { IndicatorSet, Observation } from './model.ts'
import { isOfType } from './series-of-type.ts'
import { findCurrentTargetSet, getIndicatorSet } from './store.server.ts'
import { describeCertainty } from './words/certainty.ts'
import { seriesName } from './words/series.ts'
import { formatValue } from './words/value.ts'

/** Figures before the one judged that are told beside it. */
const MOST_EARLIER = 3

/**
 * The figures of the current plan about an institution, those about all institutions of its type, and what was found
 * in its own. Figures about few people are covered here as everywhere.
 */
export const aboutInstitution: AboutInstitution = {
  find: async (tx, asked) => {
    const { municipalityId, institutionId } = asked
    const current = await findCurrentTargetSet(tx, municipalityId)
    const all = current === undefined ? [] : await findSeriesBreakdowns(tx, municipalityId, current)
    const own = all.filter((one) => one.institution_id === institutionId)
    const ofType = all.filter((one) => isOfType(one, asked))
    const ids = [...own, ...ofType].map(({ id }) => id)
    const set =
      current === undefined || ids.length === 0
        ? undefined
        : await getIndicatorSet(tx, municipalityId, current, { series: ids, isAlone: true })
    const figuresOf = (some: readonly { id: string }[]) =>
      describe(set, new Set(some.map(({ id }) => id)), asked)
    return [
      {
        title: 'indicators.aboutInstitution',
        figures: figuresOf(own),
        ...(current === undefined ? {} : filesOf(current, own, asked)),
        absent: 'indicators.aboutInstitution.absent',
        isOwn: true,
      },
      {
        title: 'indicators.aboutType',
        scope: 'indicators.aboutType.scope',
        figures: figuresOf(ofType),
        absent: 'indicators.aboutType.absent',
      },
      { title: 'indicators.aboutInstitution.findings', links: await findFindings(tx, asked, own) },
    ]
  },
}

/** The figures of the indicator, or of all where several have some. */
function filesOf(plan: string, own: readonly { code: string }[], { speech }: AskedInstitution) {
  const [code, ...others] = new Set(own.map((one) => one.code))
  if (code === undefined) return {}
  const what = others.length === 0 ? speech.local(indicatorName(code)) : speech.text('indicators.menu')
  return {
    files: { what, files: others.length === 0 ? figureDownloads(plan, code) : allFigureDownloads(plan) },
  }
}

function describe(
  set: IndicatorSet | undefined,
  ids: ReadonlySet<string>,
  { speech }: AskedInstitution,
): InstitutionFigure[] {
  if (!set) return []
  return sayingUnits(set.units, () =>
    set.indicators
      .flatMap((indicator) => judgeIndicator(indicator, set, null))
      .filter(({ series }) => ids.has(series.id))
      .map((judged) => asFigure(judged, speech)),
  )
}

function asFigure({ indicator, series, verdict }: JudgedSeries, speech: AskedInstitution['speech']) {
  const { text, say, local } = speech
  const { observation, period } = verdict
  const earlier = resultFigures(series)
    .filter((one) => one.period !== period)
    .slice(-MOST_EARLIER)
  const title = `${indicator.code} ${local(indicator.title)}`
  return {
    address: `${indicatorAddress(indicator.code)}#${seriesAnchor(series.key)}`,
    name: series.label ? `${title} · ${seriesName(series, speech)}` : title,
    note:
      earlier.length === 0
        ? null
        : text('indicators.aboutInstitution.earlier', {
            figures: earlier
              .map((one) => `${say.period(one.period, 'short')}: ${formatValue(one.value, speech)}`)
              .join('; '),
          }),
    period: say.period(period, 'short'),
    value: observation ? formatValue(observation.value, speech) : text('indicators.missing.notMeasured'),
    certainty: sayCertainty(indicator, observation, speech),
    verdict: indicator.isPromised ? sayVerdict(verdict, speech) : null,
  }
}

function sayCertainty(
  indicator: JudgedSeries['indicator'],
  observation: Observation | null,
  speech: AskedInstitution['speech'],
): string | null {
  if (observation?.value.kind === 'missing' && observation.value.missing === 'confidential')
    return speech.text('indicators.aboutInstitution.covered')
  const certainty = certaintyOf(indicator, observation)
  return certainty && observation ? describeCertainty(certainty, observation, speech) : null
}

function sayVerdict(verdict: JudgedSeries['verdict'], { text }: AskedInstitution['speech']) {
  if (verdict.certainty === 'withinChance')
    return { kind: 'withinChance', label: text('indicators.certainty.withinChance') }
  return { kind: verdict.status, label: text(`indicators.verdict.${verdict.status}`) }
}

/** What was found in the series of an institution, or in an indicator whose series they are. */
async function findFindings(
  tx: DatabaseTransaction,
  { municipalityId, speech }: AskedInstitution,
  own: readonly { key: string; code: string }[],
) {
  if (own.length === 0) return []
  const codes = new Set(own.map(({ code }) => code))
  const keys = new Set(own.map(({ key }) => key))
  const found = await findKept(tx, municipalityId, [indicatorFamily], {
    families: [indicatorFamily.name],
    belongsTo: { indicator: [...codes] },
  })
  return found
    .filter(({ subjects }) => {
      const series = subjects.flatMap(({ subject }) => (subject.kind === 'series' ? [subject.key] : []))
      return series.length === 0 || series.some((key) => keys.has(key))
    })
    .map(({ anchor, title, belongsTo }) => ({
      address: findingAddress(anchor),
      name: [
        speech.local(title),
        ...(belongsTo.indicator ?? [])
          .filter((code) => codes.has(code))
          .map((code) => speech.local(indicatorName(code))),
      ].join(' · '),
    }))
}
