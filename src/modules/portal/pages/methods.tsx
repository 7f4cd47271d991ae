import { SEVERITIES, wordsOf } from '#modules/findings'
import { RuleCatalogue } from '#modules/findings/parts'
import { familiesContext } from '#modules/findings.context'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { IntervalMethods } from '../parts/interval-methods.tsx'
import { VerdictMethods } from '../parts/verdict-methods.tsx'
import type { Route } from './+types/methods'

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

export function loader({ context }: Route.LoaderArgs) {
  return { families: wordsOf(context.get(familiesContext)) }
}

export default function Methods({ loaderData: { families } }: Route.ComponentProps) {
  const { text } = useSpeech()
  const rules = families.reduce((sum, family) => sum + family.rules.length, 0)
  return (
    <Page title={text('portal.methods.title')} description={text('portal.methods.headline')}>
      <h1>{text('portal.methods.headline')}</h1>
      <nav aria-label={text('portal.methods.contents')}>
        <ul>
          {SECTIONS.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{text(`portal.methods.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section id="verdicts">
        <h2>{text('portal.methods.verdicts')}</h2>
        <p>{text('portal.methods.verdicts.rule')}</p>
        <p>{text('portal.methods.verdicts.period')}</p>
        <VerdictMethods />
        <h3>{text('portal.methods.certainty')}</h3>
        <p>{text('portal.methods.certainty.n')}</p>
        <p>{text('portal.methods.certainty.interval')}</p>
        <p>{text('portal.methods.certainty.verdict')}</p>
        <p>{text('portal.methods.certainty.step')}</p>
      </section>
      <section id="counting">
        <h2>{text('portal.methods.counting')}</h2>
        <p>{text('portal.methods.counting.rule')}</p>
        <p>{text('portal.methods.counting.why')}</p>
        <p>{text('portal.methods.counting.actions')}</p>
      </section>
      <section id="misses">
        <h2>{text('portal.methods.misses')}</h2>
        <p>{text('portal.methods.misses.rule')}</p>
        <p>{text('portal.methods.misses.left')}</p>
      </section>
      <section id="values">
        <h2>{text('portal.methods.values')}</h2>
        <p>{text('portal.methods.values.missing')}</p>
        <p>{text('portal.methods.values.methodology')}</p>
        <p>{text('portal.methods.values.revisions')}</p>
      </section>
      <section id="intervals">
        <h2>{text('portal.methods.intervals')}</h2>
        <p>{text('portal.methods.intervals.rule')}</p>
        <IntervalMethods />
      </section>
      <section id="gaps">
        <h2>{text('portal.methods.gaps')}</h2>
        <p>{text('portal.methods.gaps.rule')}</p>
        <p>{text('portal.methods.gaps.words')}</p>
      </section>
      <section id="findings">
        <h2>{text('portal.methods.findings')}</h2>
        <p>{text('portal.methods.findings.rule')}</p>
        <dl className="terms">
          {SEVERITIES.map((severity) => (
            <div key={severity}>
              <dt>{text(`findings.severity.${severity}`)}</dt>
              <dd>{text(`findings.severity.${severity}.explanation`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section id="rules">
        <h2>{text('portal.methods.rules')}</h2>
        <p>{text('portal.methods.rules.count', { count: rules })}</p>
        <RuleCatalogue families={families} />
      </section>
    </Page>
  )
}
