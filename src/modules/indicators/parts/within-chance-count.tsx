import { useSpeech } from '#platform/i18n.tsx'
import { signOf } from '#platform/ui/chip.tsx'

/** Of how many verdicts the difference is within chance, with the sign of such verdicts; nothing of none. */
export function WithinChanceCount({ count }: { count: number }) {
  const { text } = useSpeech()
  if (count === 0) return null
  return (
    <>
      <span aria-hidden="true">{signOf('withinChance')}</span>{' '}
      {text('indicators.certainty.counted', { count })}
    </>
  )
}
