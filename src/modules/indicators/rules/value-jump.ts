import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { comparabilityOf } from '../comparability.ts'
import { type Figure, measureOf, stepsOf } from '../figures.ts'
import type { Indicator, IndicatorSet, Series } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/**
 * How much the larger of two figures must exceed the smaller, by unit: as a factor and as a difference. Both
 * must hold. The factor alone would fire on 1 and 3 programmes or on 1 % and 2 %, the difference alone on any
 * large count. Counts get the wider factor, because enrolment in a programme may well double.
 */
export const JUMPS: Record<string, { factor: number; difference: number }> = {
  count: { factor: 2.5, difference: 20 },
  percent: { factor: 2, difference: 15 },
  ratio: { factor: 2, difference: 0 },
}

/** So many jumps in one series are its nature: fires, floods or grants come and go. */
export const VOLATILE = 3

type Jump = { series: Series; before: Figure; after: Figure; isExplained: boolean }

/** Figures that changed more than the thing itself is likely to. */
export const valueJump: Rule<IndicatorSet> = {
  code: 'value-jump',
  title: { lv: 'Krasa izmaiņa, jāpārbauda', en: 'Implausible jump' },
  explain: {
    lv: 'Divi secīgi viena rezultāta skaitļi reti atšķiras vairākas reizes. Skaitu pārbaude uzrāda, ja tas mainījies vismaz 2,5 reizes un vismaz par 20, procentus – ja divas reizes un vismaz par 15 procentpunktiem, attiecību – ja divas reizes. Bieži iemesls ir cita skaitīšanas kārtība vai pārrakstīšanās kļūda. Ja pārmaiņu var skaidrot pieteikta aprēķina maiņa, tas ir tikai paziņojums. Lēcieni, kas notikuši vienā periodā, uzrādīti kopā; rezultātu, kuram to ir trīs vai vairāk, pārbaude neuzrāda: tas svārstās pats.',
    en: 'Two consecutive figures of one result seldom differ several times over. The check reports a count that changed at least 2.5 times and by 20 or more, percentages that changed at least twofold and by 15 percentage points or more, and a ratio that changed twofold. Often something else was counted, or a figure was copied wrongly. Where a declared change of method can explain it, this is only a note. Jumps in one period are reported together; a result with three or more of them is not reported: it moves so by itself.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const jumps = indicator.series.flatMap((series) => jumpsOf(indicator, series))
      const alike = Map.groupBy(jumps, ({ after, isExplained }) => `${after.period} ${isExplained}`)
      return [...alike.values()].flatMap((group) => {
        const [first, ...others] = group
        if (!first) return []
        return {
          severity: first.isExplained ? ('notice' as const) : ('obstacle' as const),
          subjects: group.map(({ series, after }) => aboutSeries(series, { period: after.period })),
          explanation: others.length === 0 ? explain(indicator, first) : explainAll(indicator, group),
        }
      })
    }),
}

const jumpingSteps = (series: Series) => stepsOf(series).filter(({ before, after }) => isJump(before, after))

/** Whether a series goes up and down by itself. */
export const isVolatile = (series: Series): boolean => jumpingSteps(series).length >= VOLATILE

function jumpsOf(indicator: Indicator, series: Series): Jump[] {
  if (isVolatile(series)) return []
  return jumpingSteps(series).map(({ before, after }) => {
    const isExplained = comparabilityOf(indicator, series, before, after) !== 'yes'
    return { series, before, after, isExplained }
  })
}

function isJump(before: Figure, after: Figure): boolean {
  const [from, to] = [measureOf(before.value), measureOf(after.value)]
  const limits = from && JUMPS[from.unit]
  if (!from || !to || !limits || from.unit !== to.unit) return false
  const [smaller, larger] = [Math.min(from.number, to.number), Math.max(from.number, to.number)]
  return (
    smaller >= 0 && larger >= limits.factor * smaller && larger - smaller >= limits.difference && larger > 0
  )
}

function explain(indicator: Indicator, { series, before, after, isExplained }: Jump) {
  const verb = isRise(before, after) ? { lv: 'pieauga', en: 'rose' } : { lv: 'saruka', en: 'fell' }
  const by = factorOf(before, after)
  const advice = isExplained ? ADVICE.explained : ADVICE.unexplained
  return sentences(
    `${indicatorLv(indicator, 'a', [series])} vērtība ${verb.lv} no ${lv.figure(before)} līdz ${lv.figure(after)}${by.lv}. ${advice.lv}`,
    `${indicatorEn(indicator, [series])} ${verb.en} from ${en.figure(before)} to ${en.figure(after)}${by.en}. ${advice.en}`,
  )
}

/** Several series that jumped in one period, which seldom happens for several reasons. */
function explainAll(indicator: Indicator, jumps: Jump[]) {
  const [first] = jumps
  const advice = first?.isExplained ? ADVICE.explained : ADVICE.unexplained
  const period = first?.after.period ?? ''
  const count = jumps.length
  const rows = lv.form(count, { zero: 'rezultātiem', one: 'rezultātam', other: 'rezultātiem' })
  const name = ({ label, key }: Series) => label ?? { lv: key, en: key }
  const facts = {
    lv: jumps.map(
      ({ series, before, after }) =>
        `${name(series).lv} – no ${lv.value(before.value)} līdz ${lv.value(after.value)}`,
    ),
    en: jumps.map(
      ({ series, before, after }) =>
        `${name(series).en} from ${en.value(before.value)} to ${en.value(after.value)}`,
    ),
  }
  return sentences(
    `${indicatorLv(indicator, 'ā')} ${lv.period(period, 'in')} ${lv.number(count)} ${rows} vērtība mainījusies vairākas reizes: ${facts.lv.join('; ')}. ${advice.lv}`,
    `in indicator ${indicator.code}, ${en.number(count)} results changed several times over in ${en.period(period, 'short')}: ${facts.en.join('; ')}. ${advice.en}`,
  )
}

const ADVICE = {
  explained: {
    lv: 'To var skaidrot ar aprēķina metodoloģijas maiņu starp abiem skaitļiem.',
    en: 'The change of method between the two figures may explain it.',
  },
  unexplained: {
    lv: 'Jāpārbauda, vai abas reizes skaitīts viens un tas pats un vai skaitļi pārrakstīti pareizi.',
    en: 'Check that the same was counted both times and that the figures were copied correctly.',
  },
}

const numberOf = ({ value }: Figure) => measureOf(value)?.number ?? 0
const isRise = (before: Figure, after: Figure) => numberOf(after) > numberOf(before)

/** How many times over; empty when it rose from nothing. */
function factorOf(before: Figure, after: Figure) {
  const [from, to] = [numberOf(before), numberOf(after)]
  const factor = Number((Math.max(from, to) / Math.min(from, to)).toFixed(1))
  const times = lv.form(factor, { zero: 'reižu', one: 'reizi', other: 'reizes' })
  return Number.isFinite(factor)
    ? { lv: ` – ${lv.number(factor)} ${times}`, en: `, by a factor of ${en.number(factor)}` }
    : { lv: '', en: '' }
}
