import { useSpeech } from '#platform/i18n.tsx'
import type { Described } from '../institution-facts.ts'
import { spanOf } from '../institution-on.ts'
import { sayFounder } from '../words/institution.ts'
import { sayValidity } from '../words/times.ts'

/** What the sources state of an institution as it was on a day. What they do not state is said apart, once. */
export function InstitutionFacts({ described: { institution, version } }: { described: Described }) {
  const speech = useSpeech()
  const { text, local } = speech
  const facts = [
    ['registry.institution.shortName', version.shortName && local(version.shortName)],
    ['registry.institution.type', version.type && local(version.type.name)],
    ['registry.founder', sayFounder(version, speech)],
    ['registry.institution.legalForm', version.legalForm && local(version.legalForm)],
    ['registry.institution.number', institution.registrationNumber],
    ['registry.institution.time', sayValidity(spanOf(institution), speech)],
  ] as const
  return (
    <dl className="facts">
      {facts.map(([name, fact]) =>
        fact === null ? null : (
          <div key={name}>
            <dt>{text(name)}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
