import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'

/** Every rule that is put to the data, in its own words, folded away by what the rules look at. */
export function RuleCatalogue({ families }: { families: readonly FamilyWords[] }) {
  const { text, local } = useSpeech()
  return families.map(({ name, title, rules }) => (
    <details key={name} className="fold">
      <summary>
        <h3 id={`rules-${name}`}>
          {text(title)} <span className="quiet">({rules.length})</span>
        </h3>
      </summary>
      <dl className="terms">
        {rules.map((rule) => (
          <div key={rule.code} id={`${name}-${rule.code}`}>
            <dt>
              {local(rule.title)} <code>{rule.code}</code>
            </dt>
            <dd>{local(rule.explain)}</dd>
          </div>
        ))}
      </dl>
    </details>
  ))
}
