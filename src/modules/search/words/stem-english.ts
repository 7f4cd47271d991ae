/** What forms of an English word have in common: `schools` gives `school`. Meant for finding, not for grammar. */
export function stemEnglish(word: string): string {
  if (/\p{N}/u.test(word)) return word
  if (/..ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/..(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (/...ing$/.test(word) && word.length > 6) return word.slice(0, -3)
  if (/...ed$/.test(word) && word.length > 5) return word.slice(0, -2)
  if (/..[^su]s$/.test(word)) return word.slice(0, -1)
  return word
}
