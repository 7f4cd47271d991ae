/** How often each choice was taken. */
export function countChoices(answers: readonly { choice: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { choice } of answers) counts.set(choice, (counts.get(choice) ?? 0) + 1)
  return counts
}
