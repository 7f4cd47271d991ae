import { useSpeech } from '#platform/i18n.tsx'
import type { Goal } from '../model.ts'

/** Says what the letters before the numbers of goals are, where documents have a name for them. */
export function GoalCodes({ goals }: { goals: readonly Pick<Goal, 'code'>[] }) {
  const { text } = useSpeech()
  const codes = goals.map(({ code }) => code)
  return codes.length > 0 && codes.every((code) => /^KP\d+$/.test(code)) ? (
    <p className="hint">
      {text('strategy.goalCodes.KP', { first: codes[0] ?? '', last: codes.at(-1) ?? '' })}
    </p>
  ) : null
}
