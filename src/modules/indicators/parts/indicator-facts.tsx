import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator } from '../model.ts'
import { frequencyName } from '../words/frequency.ts'

/** What an indicator is and who answers for it; what is not stated says so. */
export function IndicatorFacts({ indicator }: { indicator: Indicator }) {
  const speech = useSpeech()
  const { text, local, date } = speech
  const { definition, direction, valueKind, titleUnit, unit, retiredOn, retiredReason } = indicator
  return (
    <dl className="facts">
      <Fact name={text('indicators.fact.definition')}>{definition && local(definition)}</Fact>
      <Fact name={text('indicators.fact.direction')}>{text(`indicators.direction.${direction}`)}</Fact>
      <Fact name={text('indicators.fact.unit')}>
        {speech.say.unitName(unit)}
        {titleUnit !== null && titleUnit !== unit
          ? ` (${text('indicators.fact.titleUnit', { unit: speech.say.unitName(titleUnit) })})`
          : null}
      </Fact>
      <Fact name={text('indicators.fact.kind')}>{text(`indicators.kind.${valueKind}`)}</Fact>
      <Fact name={text('indicators.fact.frequency')}>{frequencyName(indicator.frequency, speech)}</Fact>
      <Fact name={text('indicators.fact.persons')}>
        {text(indicator.aboutPersons ? 'indicators.fact.persons.yes' : 'indicators.fact.persons.no')}
      </Fact>
      <Fact name={text('indicators.fact.restsOn')}>
        {indicator.restsOn && text(`indicators.restsOn.${indicator.restsOn}`)}
      </Fact>
      <Fact name={text('indicators.fact.owner')}>{indicator.owner}</Fact>
      <Fact name={text('indicators.fact.dataSource')}>
        {indicator.dataSource && local(indicator.dataSource)}
      </Fact>
      <Fact name={text('indicators.fact.legalBasis')}>{indicator.legalBasis}</Fact>
      {retiredOn !== null || retiredReason !== null ? (
        <Fact name={text('indicators.fact.retired')}>
          {retiredOn && date(retiredOn)} {retiredReason && local(retiredReason)}
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { text } = useSpeech()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <span className="quiet">{text('indicators.fact.notStated')}</span>}</dd>
    </div>
  )
}
