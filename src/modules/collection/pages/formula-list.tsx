import { readComputable } from '#modules/indicators.server'
import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { demand } from '#platform/users.ts'
import { formulaAddress } from '../addresses.ts'
import { CollectionTabs } from '../calls/parts/collection-tabs.tsx'
import { isFormulaOf } from '../formulas/formula.ts'
import { findFormulas } from '../formulas/formula-store.server.ts'
import type { Route } from './+types/formula-list'

export const handle = { reads: ['collection.call.edit'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const formulas = await readInRequest(context, async (tx) => {
    const computable = await readComputable(tx, municipality.id)
    return (await findFormulas(tx, municipality.id)).map((formula) => ({
      formula,
      name: computable.find(({ indicator, breakdown }) =>
        isFormulaOf(formula, { indicatorId: indicator.id, breakdown }),
      )?.name,
    }))
  })
  return { municipality, formulas }
}

/** How indicators follow from what institutions hand in. */
export default function FormulaList({ loaderData }: Route.ComponentProps) {
  const { municipality, formulas } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.formulas.title')
  return (
    <Page title={title} place={local(municipality.name)}>
      <CollectionTabs slug={municipality.slug} isEditor />
      <h1>{title}</h1>
      <p>{text('collection.formulas.lede')}</p>
      <p>
        <a href={path(formulaAddress(municipality.slug, 'jauna'))}>{text('collection.formula.new')}</a>
      </p>
      {formulas.length === 0 ? (
        <p>{text('collection.formulas.none')}</p>
      ) : (
        <Table
          caption={text('collection.formulas.caption', { count: formulas.length })}
          rows={formulas}
          rowKey={({ formula }) => formula.id}
          columns={[
            {
              heading: text('collection.formula.indicator'),
              cell: ({ formula, name }) => (
                <a href={path(formulaAddress(municipality.slug, formula.id))}>
                  {name ? local(name) : formula.numerator}
                </a>
              ),
            },
            {
              heading: text('collection.formula.level'),
              cell: ({ formula }) => text(`collection.formula.level.${formula.level}`),
            },
            {
              heading: text('collection.formula.expression'),
              cell: ({ formula: { numerator, denominator } }) => (
                <>
                  <code>{numerator}</code>
                  {denominator === null ? null : (
                    <>
                      {' / '}
                      <code>{denominator}</code>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </Page>
  )
}
