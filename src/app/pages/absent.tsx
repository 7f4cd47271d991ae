import { refuse } from '#platform/refuse.ts'

/** An address below a municipality under which there is no page. */
export const loader = () => refuse(404, 'platform.refused.absent')

/** Only what has something to draw is refused on a page. */
export default function Absent() {
  return null
}
