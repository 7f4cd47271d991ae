import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'

/** Every rule that is put to the data, in its own words. */
export function RuleCatalogue({ families }: { families: readonly FamilyWords[] }) {
  const { text, local } = useSpeech()
  return families.map(({ name, title, rules }) => (
    <section key={name} aria-labelledby={`rules-${name}`}>
      <h3 id={`rules-${name}`}>
        {text(title)} <span className="quiet">({rules.length})</span>
      </h3>
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
    </section>
  ))
}
