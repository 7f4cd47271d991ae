import type { Speech } from '#platform/i18n.tsx'
import { measuredAs } from '../measured.ts'
import type { Indicator, Series, Target } from '../model.ts'
import { targetValue } from '../verdict.ts'

type Words = Pick<Speech, 'text' | 'say'>

/** A target in words. `computed` is the figure that a change from the baseline comes to, when it has one. */
export type TargetWords = { asked: string; computed: string | null }

/** What a target asks for: `5 %`, `+3 % no bāzes` that comes to `400,67`, `labāk nekā bāze`, `ir`, `nav noteikts`. */
export function describeTarget(meant: Indicator, series: Series, target: Target, speech: Words): TargetWords {
  const { text } = speech
  const indicator = measuredAs(meant, series)
  if (target.value !== null && target.kind === 'absolute') {
    return { asked: speech.say.quantity(target.value, target.unit ?? indicator.unit), computed: null }
  }
  if (target.value !== null && target.valueTo !== null && target.kind === 'range') {
    const unit = target.unit ?? indicator.unit
    const ends = {
      from: speech.say.quantity(target.value, unit),
      to: speech.say.quantity(target.valueTo, unit),
    }
    return { asked: text('indicators.target.range', ends), computed: null }
  }
  if (target.value !== null && target.kind === 'relative') {
    const needed = targetValue(series, target)
    const unit = unitOfBaseline(series) ?? indicator.unit
    return {
      asked: describeChange(target.value, target.unit, speech),
      computed: needed === null ? null : speech.say.quantity(needed, unit, 2),
    }
  }
  const { kind } = target
  const isFigure = kind === 'absolute' || kind === 'range' || kind === 'relative'
  return { asked: text(`indicators.target.${isFigure ? 'none' : kind}`), computed: null }
}

/** The target in one line: `+3 % no bāzes = 400,67`; `nav noteikts` when there is none. */
export function formatTarget(
  indicator: Indicator,
  series: Series,
  target: Target | null,
  speech: Words,
): string {
  if (target === null) return speech.text('indicators.target.none')
  const { asked, computed } = describeTarget(indicator, series, target, speech)
  return computed === null ? asked : `${asked} = ${computed}`
}

function describeChange(change: number, unit: string | null, { text, say }: Words): string {
  const written = `${change < 0 ? '−' : '+'}${say.number(Math.abs(change))}`
  if (unit === 'percent') return text('indicators.target.percent', { change: written })
  return text('indicators.target.percentagePoint', { count: Math.abs(change), change: written })
}

function unitOfBaseline({ baseline }: Series): string | null {
  const value = baseline?.observation.value
  return value !== undefined && 'number' in value ? value.unit : null
}
