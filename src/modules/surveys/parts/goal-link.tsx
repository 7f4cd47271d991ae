import { useSpeech } from '#platform/i18n.tsx'

/** A goal of the strategy by its code, linked to its page. */
export function GoalLink({ goal, slug }: { goal: string; slug: string }) {
  const { text, path } = useSpeech()
  return <a href={path(`/${slug}/strategija/${goal.toLowerCase()}`)}>{text('surveys.goal', { goal })}</a>
}
