import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { FAMILIES, rulesOf, SEVERITIES } from '../findings.ts'
import { IntervalMethods } from '../parts/interval-methods.tsx'
import { RuleCatalogue } from '../parts/rule-catalogue.tsx'
import { VerdictMethods } from '../parts/verdict-methods.tsx'

const SECTIONS = [
  'verdicts',
  'counting',
  'misses',
  'values',
  'intervals',
  'gaps',
  'findings',
  'rules',
] as const

export default function Methods() {
  const { text } = useSpeech()
  const rules = FAMILIES.reduce((sum, family) => sum + rulesOf[family].length, 0)
  return (
    <Page title={text('publishing.methods.title')} description={text('publishing.methods.headline')}>
      <h1>{text('publishing.methods.headline')}</h1>
      <nav aria-label={text('publishing.methods.contents')}>
        <ul>
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{text(`publishing.methods.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section id="verdicts">
        <h2>{text('publishing.methods.verdicts')}</h2>
        <p>{text('publishing.methods.verdicts.rule')}</p>
        <p>{text('publishing.methods.verdicts.period')}</p>
        <VerdictMethods />
      </section>
      <section id="counting">
        <h2>{text('publishing.methods.counting')}</h2>
        <p>{text('publishing.methods.counting.rule')}</p>
        <p>{text('publishing.methods.counting.why')}</p>
        <p>{text('publishing.methods.counting.actions')}</p>
      </section>
      <section id="misses">
        <h2>{text('publishing.methods.misses')}</h2>
        <p>{text('publishing.methods.misses.rule')}</p>
        <p>{text('publishing.methods.misses.left')}</p>
      </section>
      <section id="values">
        <h2>{text('publishing.methods.values')}</h2>
        <p>{text('publishing.methods.values.missing')}</p>
        <p>{text('publishing.methods.values.methodology')}</p>
        <p>{text('publishing.methods.values.revisions')}</p>
      </section>
      <section id="intervals">
        <h2>{text('publishing.methods.intervals')}</h2>
        <p>{text('publishing.methods.intervals.rule')}</p>
        <IntervalMethods />
      </section>
      <section id="gaps">
        <h2>{text('publishing.methods.gaps')}</h2>
        <p>{text('publishing.methods.gaps.rule')}</p>
        <p>{text('publishing.methods.gaps.words')}</p>
      </section>
      <section id="findings">
        <h2>{text('publishing.methods.findings')}</h2>
        <p>{text('publishing.methods.findings.rule')}</p>
        <dl className="terms">
          {SEVERITIES.map((severity) => (
            <div key={severity}>
              <dt>{text(`publishing.severity.${severity}`)}</dt>
              <dd>{text(`publishing.severity.${severity}.explanation`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section id="rules">
        <h2>{text('publishing.methods.rules')}</h2>
        <p>{text('publishing.methods.rules.count', { count: rules })}</p>
        <RuleCatalogue />
      </section>
    </Page>
  )
}
