import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { targetIn, versionAddress } from '../addresses.ts'
import { makeProposalEdit } from '../edits/make-proposal-edit.server.ts'
import { ProposalFields } from '../parts/proposal-fields.tsx'
import { readNumber } from '../read-plan.server.ts'
import type { Route } from './+types/proposal-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'strategy.version.propose',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

type Asked = Pick<Route.LoaderArgs, 'request' | 'context'> & {
  params: { version: string; target?: string | undefined; code?: string | undefined }
}

function asked({ context, params }: Asked) {
  const { municipality } = context.get(municipalityContext)
  const number = readNumber(params.version)
  const target = params.target === undefined ? 'action' : targetIn(params.target)
  if (!target) refuse(404, 'platform.refused.absent')
  return readInRequest(context, (tx) =>
    makeProposalEdit(tx, {
      municipalityId: municipality.id,
      number,
      target,
      code: params.code ?? null,
      afterwards: () => versionAddress(municipality.slug, number),
    }),
  )
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, edit, more: made.more }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** What a draft proposes for one goal, direction or action, and why. */
export default function ProposalEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, more } = loaderData
  const { text, local } = useSpeech()
  const { version, target, code, title } = more
  const name = title
    ? `${text(`strategy.versions.target.${target}`)} ${code} ${local(title)}`
    : text('strategy.versions.add')
  return (
    <EditPage
      title={name}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: versionAddress(municipality.slug, version.number),
        label: text('strategy.versions.draftOf', { number: version.number }),
      }}
      historyAt={
        code === null
          ? undefined
          : historyAddress(municipality.slug, 'strategy.version_change', [version.id, target, code])
      }
      intro={<p className="hint">{text(`strategy.versions.propose.${code === null ? 'new' : target}`)}</p>}
    >
      <ProposalFields fields={edit.fields} />
    </EditPage>
  )
}
