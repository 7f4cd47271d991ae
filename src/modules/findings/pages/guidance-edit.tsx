import { municipalityContext } from '#modules/registry.context'
import { textsContext } from '#platform/context.server.ts'
import { EDIT_PARAMETERS } from '#platform/editing/edit.ts'
import { EditPage } from '#platform/editing/edit-form.tsx'
import { historyAddress } from '#platform/editing/edited-tables.ts'
import { answerEdit, openEdit } from '#platform/editing/page.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import type { LocalText, TextKey } from '#platform/texts/text.ts'
import { familiesContext, guidedContext } from '../context.server.ts'
import { guidanceEdit } from '../guidance.server.ts'
import { todoOf, todoOfRule } from '../guidance.ts'
import type { Route } from './+types/guidance-edit'

export const handle = {
  parameters: [...EDIT_PARAMETERS],
  action: 'findings.guidance',
  reads: ['findings.edit'],
  changes: ['findings.edit'],
} satisfies Handle

type Args = Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>

async function asked({ context, params: { subject } }: Args) {
  const { municipality } = context.get(municipalityContext)
  const kind = kindOf(context, subject) ?? refuse(404, 'findings.guidance.noSuch')
  const texts = context.get(textsContext)
  const standard = { lv: wordsIn(texts('lv')(kind.todo), kind), en: wordsIn(texts('en')(kind.todo), kind) }
  return { edit: guidanceEdit(municipality.id, subject, standard), name: kind.name }
}

const wordsIn = (words: string, { todo }: { todo: TextKey }) => (words === todo ? '' : words)

/** The rule of this code, or what a module calls so. */
function kindOf(context: Args['context'], subject: string) {
  for (const { name, rules } of context.get(familiesContext)) {
    const rule = rules.find(({ code }) => code === subject)
    if (rule) return { name: rule.title as LocalText | TextKey, todo: todoOfRule(name, subject) }
  }
  const found = context
    .get(guidedContext)
    .flatMap(({ subjects }) => subjects)
    .find((one) => one.subject === subject)
  return found && { name: found.name as LocalText | TextKey, todo: todoOf(subject) }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality } = args.context.get(municipalityContext)
  const { edit, made } = await openEdit(args, () => asked(args))
  return { municipality, edit, name: made.name, subject: args.params.subject }
}

export const action = (args: Route.ActionArgs) => answerEdit(args, () => asked(args))

/** What to do about one kind of finding or check, in the department's words. */
export default function GuidanceEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, edit, name, subject } = loaderData
  const { text, local } = useSpeech()
  const said = typeof name === 'string' ? text(name) : local(name)
  return (
    <EditPage
      title={text('findings.guidance.editTitle', { name: said })}
      place={local(municipality.name)}
      edit={edit}
      answer={actionData}
      shownAt={{
        address: `/darbs/${municipality.slug}/atradumi/ko-darit`,
        label: text('findings.guidance.title'),
      }}
      historyAt={historyAddress(municipality.slug, 'findings.guidance', [subject])}
    />
  )
}
