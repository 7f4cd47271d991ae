import { startReading } from '#modules/findings'
import { readIndicatorNames } from '#modules/indicators.server'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { NEW, PLAN } from '../../edits/parts.ts'
import { causeAddress } from '../addresses.ts'
import { findAttached } from '../attached-store.server.ts'
import { weightOf } from '../model.ts'
import { FactorList } from '../parts/factor-list.tsx'
import { RiskList } from '../parts/risk-list.tsx'
import { readEditorsPlace, readPlanAsked } from '../plan-asked.server.ts'
import type { Route } from './+types/risks'

export const handle = { parameters: [PLAN], reads: ['strategy.edit'] }

export async function loader(args: Route.LoaderArgs) {
  const { municipality, plan, home } = readEditorsPlace(args)
  const municipalityId = municipality.id
  return readInRequest(args.context, async (tx) => {
    const { scope, tree } = await readPlanAsked(tx, { municipalityId, plan })
    const indicators = await readIndicatorNames(startReading(tx, { municipalityId, strategy: scope.key }))
    return {
      municipality,
      plan,
      home,
      factors: tree.externalFactors,
      attached: await findAttached(tx, scope),
      codes: new Map(indicators.map(({ id, code }) => [id, code])),
    }
  })
}

/** The register of risks and the external factors of a plan, with what they hit. */
export default function Risks({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, plan, home, factors, attached, codes } = loaderData
  const { slug } = municipality
  const { risks, riskLinks } = attached
  const at = (part: 'riski' | 'apstakli') => (code: string) =>
    causeAddress(slug, part, code, { [PLAN]: plan })
  return (
    <Page title={text('strategy.risks.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`${home}/strategija`)}>{text('strategy.title')}</a>
      </p>
      <h1>{text('strategy.risks.title')}</h1>
      <p>{text('strategy.risks.purpose')}</p>
      <section>
        <h2>{text('strategy.risks')}</h2>
        <p>
          {risks.length > 0
            ? text('strategy.risks.caption', {
                count: risks.length,
                judged: risks.filter((risk) => weightOf(risk) !== null).length,
              })
            : text('strategy.risks.none')}{' '}
          <a href={path(at('riski')(NEW))}>{text('strategy.risk.new')}</a>
        </p>
        <RiskList risks={risks} links={riskLinks} indicators={codes} home={home} editAt={at('riski')} />
      </section>
      <section>
        <h2>{text('strategy.factors')}</h2>
        <p>
          <a href={path(at('apstakli')(NEW))}>{text('strategy.risk.newFactor')}</a>
        </p>
        <FactorList
          factors={factors}
          links={riskLinks}
          indicators={codes}
          home={home}
          editAt={at('apstakli')}
        />
      </section>
    </Page>
  )
}
