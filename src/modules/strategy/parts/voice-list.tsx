import { useSpeech } from '#platform/i18n.tsx'
import type { Voice } from '../voices.ts'

/** What members of the group said, objections first: nobody's is lost in the agreement of the others. */
export function VoiceList({ voices }: { voices: readonly Voice[] }) {
  const { text } = useSpeech()
  const order = ['objected', 'abstained', 'agreed'] as const
  const inOrder = order.flatMap((stance) => voices.filter((voice) => voice.stance === stance))
  return (
    <ul className="list">
      {inOrder.map(({ who, stance, remark }) => (
        <li key={`${who} ${stance} ${remark}`}>
          <span lang="lv">{who}</span>: {text(`strategy.voice.${stance}`)}
          {remark ? (
            <>
              {' – '}
              <span lang="lv">{remark}</span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
