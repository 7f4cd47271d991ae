import { useSpeech } from '#platform/i18n.tsx'
import { StackedBar } from '#platform/ui/stacked-bar.tsx'
import type { DistributionPart } from '../model.ts'
import { categoryName } from '../words/value.ts'

type Props = { parts: readonly DistributionPart[]; label: string; isLarge?: boolean }

/** A distribution as one bar, the best category first and the darkest. */
export function DistributionBar({ parts, label, isLarge = false }: Props) {
  const speech = useSpeech()
  return <StackedBar parts={distributionParts(parts, speech)} label={label} isLarge={isLarge} />
}

/** The categories as parts of a bar and of its legend. */
export function distributionParts(parts: readonly DistributionPart[], speech: ReturnType<typeof useSpeech>) {
  return parts.map((part, index) => ({
    key: `step-${Math.min(index + 1, 5)}`,
    label: categoryName(part, speech),
    count: part.value,
  }))
}
