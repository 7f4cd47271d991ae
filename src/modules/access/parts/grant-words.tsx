import { useSpeech } from '#platform/i18n.tsx'
import type { GrantInWords } from '#platform/rights/say-grant.ts'

/** In words what a right lets somebody see and do, where and when. */
export function GrantWords({ said }: { said: GrantInWords }) {
  const { text } = useSpeech()
  return (
    <section>
      <p>
        <strong>{said.role}</strong> – {said.where}, {said.when}
      </p>
      <dl className="terms">
        <Phrases title={text('access.sees')} phrases={said.sees} none={text('access.sees.nothing')} />
        <Phrases title={text('access.does')} phrases={said.does} none={text('access.does.nothing')} />
      </dl>
    </section>
  )
}

function Phrases({ title, phrases, none }: { title: string; phrases: readonly string[]; none: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {phrases.length === 0 ? (
          none
        ) : (
          <ul>
            {phrases.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}
