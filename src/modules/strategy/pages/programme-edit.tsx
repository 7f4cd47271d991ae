import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { matrixEdit } from '../edits/matrix.server.ts'
import { MATRIX, NEW, PART, ROW, twinOf } from '../edits/parts.ts'
import { programmeEdit } from '../edits/programme.server.ts'
import { optionsOf } from '../edits/row-forms.server.ts'
import { findRowsOf } from '../edits/rows-store.server.ts'
import { readPlanScope } from '../edits/scope.server.ts'
import { EditEffects } from '../parts/edit-effects.tsx'
import { EditList } from '../parts/edit-list.tsx'
import { MatrixForm } from '../parts/matrix-form.tsx'
import type { Route } from './+types/programme-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS, ROW, PART],
  action: 'strategy.edit',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

function asked({ request, context }: Pick<Route.LoaderArgs, 'request' | 'context'>) {
  const { municipality, plan } = context.get(municipalityContext)
  const { searchParams } = new URL(request.url)
  const chosen = searchParams.get(ROW)
  const isMatrix = searchParams.get(PART) === MATRIX
  return readInRequest(context, async (tx) => {
    const scope = await readPlanScope(tx, { municipalityId: municipality.id, plan })
    const stored = await findRowsOf(tx, 'strategy.programme', scope)
    const rows = stored.map(({ code, title_lv, title_en }) => ({
      code: String(code),
      title: { lv: String(title_lv), en: String(title_en) },
    }))
    const code = chosen === null || chosen === NEW ? null : chosen
    if (code !== null && !rows.some((row) => row.code === code)) refuse(404, 'platform.refused.absent')
    const directions = isMatrix ? await optionsOf(tx, scope, 'strategy.direction') : []
    return {
      edit: isMatrix ? await matrixEdit(tx, scope) : await programmeEdit(tx, scope, code),
      more: { code, rows, strategyId: scope.strategyId, isMatrix, directions },
    }
  })
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, home } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, home, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** The working twin of the programmes' page: what a programme is, how far it is, which directions it serves. */
export default function ProgrammeEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local } = useSpeech()
  const { municipality, home, edit, more } = loaderData
  const { code, rows, strategyId, isMatrix, directions } = more
  const address = `${home}/programmas`
  const row = rows.find((one) => one.code === code)
  return (
    <EditPage
      title={
        isMatrix
          ? text('strategy.matrix.edit.title')
          : row
            ? text('strategy.edit.programme.title', { title: local(row.title) })
            : text('strategy.edit.programme.new')
      }
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{ address, label: text('strategy.programmes') }}
      historyAt={
        code === null
          ? undefined
          : historyAddress(municipality.slug, 'strategy.programme', [strategyId, code])
      }
      intro={
        <EditList
          label={text('strategy.programmes')}
          links={[
            ...rows.map((one) => ({
              label: one.title,
              address: twinOf(address, { [ROW]: one.code }),
              isHere: one.code === code,
            })),
            {
              label: text('strategy.edit.programme.new'),
              address: twinOf(address, { [ROW]: NEW }),
              isHere: code === null && !isMatrix,
            },
            {
              label: text('strategy.matrix.edit'),
              address: twinOf(address, { [PART]: MATRIX }),
              isHere: isMatrix,
            },
          ]}
        />
      }
      effects={(before, after) => <EditEffects before={before} after={after} />}
    >
      {isMatrix ? <MatrixForm fields={edit.fields} programmes={rows} directions={directions} /> : undefined}
    </EditPage>
  )
}
