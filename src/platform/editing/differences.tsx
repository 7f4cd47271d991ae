import { diffWordsWithSpace } from 'diff'

/** Longer texts are shown whole, before and after: comparing them word by word takes too long. */
const LONGEST = 10_000

/** A text with what was taken out and what was put in, each marked for eyes and ears. */
export function Differences({ before, after }: { before: string; after: string }) {
  if (before.length + after.length > LONGEST) {
    return (
      <>
        <del>{before}</del> <ins>{after}</ins>
      </>
    )
  }
  let place = 0
  return (
    <span className="differences">
      {diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
        place += 1
        if (added) return <ins key={place}>{value}</ins>
        return removed ? <del key={place}>{value}</del> : <span key={place}>{value}</span>
      })}
    </span>
  )
}
