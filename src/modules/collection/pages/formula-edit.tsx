import { validate as isUuid } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { formulasAddress } from '../addresses.ts'
import { makeFormulaEdit } from '../formulas/formula-edit.server.ts'
import { FormulaEffects } from '../parts/formula-effects.tsx'
import type { Route } from './+types/formula-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'collection.formula',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit'],
}

/** Stands in the address for a formula that is not there yet. */
const NEW = 'jauna'

function asked({ context, params }: Pick<Route.LoaderArgs, 'context' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  const id = params.formula === NEW ? undefined : params.formula
  if (id !== undefined && !isUuid(id)) refuse(404, 'platform.refused.absent')
  const about = { municipalityId: municipality.id, slug: municipality.slug, id }
  return readInRequest(context, (tx) => makeFormulaEdit(tx, about))
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  const elements = made.elements.map(({ key, name, columns }) => ({
    key,
    name,
    columns: columns.map((column) => `${key}.${column.key}`),
  }))
  const historyAt =
    args.params.formula === NEW
      ? null
      : historyAddress(municipality.slug, 'collection.formula', [args.params.formula])
  return { municipality, edit, name: made.name ?? null, elements, historyAt }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** How one indicator follows from accepted answers, with what it would give now. */
export default function FormulaEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, name, elements, historyAt } = loaderData
  const { text, local } = useSpeech()
  return (
    <EditPage
      title={name ? local(name) : text('collection.formula.new')}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address: formulasAddress(municipality.slug), label: text('collection.formulas.title') }}
      historyAt={historyAt ?? undefined}
      intro={
        <>
          <p>{text('collection.formulas.lede')}</p>
          <details>
            <summary>{text('collection.formula.elements')}</summary>
            <ul className="list">
              {elements.map((element) => (
                <li key={element.key}>
                  <code>{element.key}</code> – {local(element.name)}
                  {element.columns.length > 0 ? (
                    <small>
                      {element.columns.map((column) => (
                        <code key={column}>sum({column}) </code>
                      ))}
                    </small>
                  ) : null}
                </li>
              ))}
            </ul>
          </details>
        </>
      }
      effects={(before, after) => <FormulaEffects before={before} after={after} />}
    />
  )
}
