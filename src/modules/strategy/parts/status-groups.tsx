import { useSpeech } from '#platform/i18n.tsx'
import { countOfGroup, STATUS_GROUPS, type StatusCount } from '../model.ts'

/** Counts that documents like to give together, each with its parts: `30 = 14 īstenotas + 16 tiek īstenotas`. */
export function StatusGroups({ counts }: { counts: StatusCount }) {
  const { text } = useSpeech()
  const groups = (['positive', 'notDone'] as const).map((group) => ({
    group,
    whole: text(`strategy.group.${group}`, { count: countOfGroup(counts, group) }),
    parts: STATUS_GROUPS[group]
      .map((status) => text(`strategy.count.${status}`, { count: counts.byStatus[status] }))
      .join(' + '),
  }))
  return (
    <ul>
      {groups.map(({ group, whole, parts }) => (
        <li key={group}>
          {whole} = {parts}
        </li>
      ))}
    </ul>
  )
}
