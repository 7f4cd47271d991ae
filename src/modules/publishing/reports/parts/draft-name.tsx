import { useSpeech } from '#platform/i18n.tsx'
import type { ReportDraft } from '../model.ts'
import type { Choices } from '../read-choices.server.ts'

type Props = {
  draft: Pick<ReportDraft, 'kind' | 'strategy' | 'institutionId' | 'asOf' | 'title'>
  choices: Choices
}

/** What a report that is being written is called: its kind, of what it speaks, and its writers' own word. */
export function DraftName(props: Props) {
  return <>{useDraftName(props)}</>
}

/** The same as text. */
export function useDraftName({ draft, choices }: Props): string {
  const { text, local, date } = useSpeech()
  const plan = choices.strategies.find(({ value }) => value === draft.strategy)
  const institution = choices.institutions.find(({ id }) => id === draft.institutionId)
  const about = institution ? local(institution.label) : plan ? local(plan.label) : draft.strategy
  return [
    `${text(`publishing.kind.${draft.kind}`)}: ${about}`,
    draft.asOf === null ? undefined : date(draft.asOf),
    draft.title ?? undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}
