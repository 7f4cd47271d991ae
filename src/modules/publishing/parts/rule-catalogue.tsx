import { useSpeech } from '#platform/i18n.tsx'
import { FAMILIES, rulesOf } from '../findings.ts'

/** Every rule that is put to the data, in its own words. */
export function RuleCatalogue() {
  const { text, local } = useSpeech()
  return FAMILIES.map((family) => (
    <section key={family} aria-labelledby={`rules-${family}`}>
      <h3 id={`rules-${family}`}>
        {text(`publishing.family.${family}`)} <span className="quiet">({rulesOf[family].length})</span>
      </h3>
      <dl className="terms">
        {rulesOf[family].map((rule) => (
          <div key={rule.code} id={`${family}-${rule.code}`}>
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
