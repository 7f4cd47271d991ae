import type { ReactNode } from 'react'
import { SEVERITIES, wordsOf } from '#modules/findings'
import { RuleCatalogue } from '#modules/findings/parts'
import { familiesContext } from '#modules/findings.context'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { IntervalMethods } from '../parts/interval-methods.tsx'
import { VerdictMethods } from '../parts/verdict-methods.tsx'
import type { Route } from './+types/methods'

export function loader({ context }: Route.LoaderArgs) {
  return { families: wordsOf(context.get(familiesContext)) }
}

export default function Methods({ loaderData: { families } }: Route.ComponentProps) {
  const { text } = useSpeech()
  const rules = families.reduce((sum, family) => sum + family.rules.length, 0)
  return (
    <Page title={text('portal.methods.title')} description={text('portal.methods.headline')}>
      <h1>{text('portal.methods.headline')}</h1>
      <Method name="verdicts">
        <p>{text('portal.methods.verdicts.rule')}</p>
        <p>{text('portal.methods.verdicts.period')}</p>
        <VerdictMethods />
        <h3>{text('portal.methods.certainty')}</h3>
        <p>{text('portal.methods.certainty.n')}</p>
        <p>{text('portal.methods.certainty.interval')}</p>
        <p>{text('portal.methods.certainty.verdict')}</p>
        <p>{text('portal.methods.certainty.step')}</p>
      </Method>
      <Method name="counting">
        <p>{text('portal.methods.counting.rule')}</p>
        <p>{text('portal.methods.counting.why')}</p>
        <p>{text('portal.methods.counting.actions')}</p>
      </Method>
      <Method name="misses">
        <p>{text('portal.methods.misses.rule')}</p>
        <p>{text('portal.methods.misses.left')}</p>
      </Method>
      <Method name="values">
        <p>{text('portal.methods.values.missing')}</p>
        <p>{text('portal.methods.values.methodology')}</p>
        <p>{text('portal.methods.values.revisions')}</p>
      </Method>
      <Method name="intervals">
        <p>{text('portal.methods.intervals.rule')}</p>
        <IntervalMethods />
      </Method>
      <Method name="gaps">
        <p>{text('portal.methods.gaps.rule')}</p>
        <p>{text('portal.methods.gaps.words')}</p>
      </Method>
      <Method name="findings">
        <p>{text('portal.methods.findings.rule')}</p>
        <dl className="terms">
          {SEVERITIES.map((severity) => (
            <div key={severity}>
              <dt>{text(`findings.severity.${severity}`)}</dt>
              <dd>{text(`findings.severity.${severity}.explanation`)}</dd>
            </div>
          ))}
        </dl>
      </Method>
      <section id="rules">
        <h2>{text('portal.methods.rules')}</h2>
        <p>{text('portal.methods.rules.count', { count: rules })}</p>
        <RuleCatalogue families={families} />
      </section>
    </Page>
  )
}

type Name = 'verdicts' | 'counting' | 'misses' | 'values' | 'intervals' | 'gaps' | 'findings'

/** A method: in one plain sentence, and folded away how it is done exactly. */
function Method({ name, children }: { name: Name; children: ReactNode }) {
  const { text } = useSpeech()
  const title = text(`portal.methods.${name}`)
  return (
    <section id={name}>
      <h2>{title}</h2>
      <p>{text(`portal.methods.${name}.plain`)}</p>
      <details className="fold">
        <summary>
          {text('portal.methods.exactly')}
          <span className="visually-hidden">: {title}</span>
        </summary>
        {children}
      </details>
    </section>
  )
}
