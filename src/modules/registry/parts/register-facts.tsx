import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import type { Municipality } from '../model.ts'
import type { PlaceContext } from '../read-place.server.ts'

type Props = { municipality: Municipality; around: PlaceContext }

/** All that the register knows of a municipality. */
export function RegisterFacts({ municipality, around }: Props) {
  const { text, local, path, date } = useSpeech()
  const { kind, region, code, validFrom, validTo } = municipality
  const { institutions, neighbours, before, after } = around
  const names = (places: readonly Municipality[]) =>
    places.map((one, index) => (
      <span key={one.id}>
        {index > 0 ? ', ' : ''}
        <a href={path(`/${one.slug}`)}>{local(one.name)}</a>
      </span>
    ))
  return (
    <section>
      <h2>{text('registry.empty.register')}</h2>
      <dl className="facts">
        <Fact name={text('registry.kind')}>{text(`registry.kind.${kind}`)}</Fact>
        <Fact name={text('registry.region')}>{local(region.name)}</Fact>
        <Fact name={text('registry.empty.code')}>{code}</Fact>
        {validTo === null ? (
          <Fact name={text('registry.empty.sinceStatus')}>{date(validFrom)}</Fact>
        ) : (
          <Fact name={text('registry.empty.existed')}>
            {date(validFrom)} – {date(validTo)}
          </Fact>
        )}
        {after ? <Fact name={text('registry.empty.became')}>{names([after])}</Fact> : null}
        {before.length > 0 ? <Fact name={text('registry.empty.before')}>{names(before)}</Fact> : null}
        <Fact name={text('registry.empty.institutions')}>
          {institutions === 0 ? (
            text('registry.empty.institutions.none')
          ) : (
            <a href={path(`/${municipality.slug}/iestades`)}>{institutions}</a>
          )}
        </Fact>
        {neighbours.length > 0 ? (
          <Fact name={text('registry.empty.neighbours')}>{names(neighbours)}</Fact>
        ) : null}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
