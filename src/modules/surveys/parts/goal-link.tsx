import { useSpeech } from '#platform/i18n.tsx'

/** A goal of the strategy by its code, linked to where the strategy states it. */
export function GoalLink({ goal, slug }: { goal: string; slug: string }) {
  const { text, path } = useSpeech()
  return <a href={path(`/${slug}/strategija#${goal}`)}>{text('surveys.goal', { goal })}</a>
}
