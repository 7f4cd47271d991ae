import type { LocalText } from '#platform/texts/text.ts'
import type { FamilyWords, FoundIn, Reading, View } from './family.ts'
import type { Finding } from './model.ts'

/** What stands for the explanation of a finding that speaks of covered figures. */
const coveredExplanation = ({ lv, en }: LocalText): LocalText => ({
  lv: `${lv}. Ar kādiem skaitļiem, te nav rādīts, jo pēc tiem varētu uzzināt par atsevišķiem cilvēkiem.`,
  en: `${en}. With which figures is not shown here, because they would tell about single people.`,
})

/**
 * What the public reads of findings in the unprotected figures. One that the protected figures give word for word
 * rests on nothing covered; one of a rule that names no figure gives nothing away. Of any other it is told what it is
 * about, and that its figures are covered.
 *
 * @param found in the unprotected figures
 * @param shown in the protected ones
 */
export function publish(
  { rules }: FamilyWords,
  found: readonly FoundIn[],
  shown: readonly FoundIn[],
): FoundIn[] {
  const titles = new Map(rules.map(({ code, title }) => [code, title]))
  const open = new Set(rules.flatMap(({ code, tellsNoFigure }) => (tellsNoFigure ? code : [])))
  const seen = new Set(shown.map(({ finding }) => wordsOf(finding)))
  return found.map((one) => {
    const { code } = one.finding
    if (open.has(code) || seen.has(wordsOf(one.finding))) return one
    const explanation = coveredExplanation(titles.get(code) ?? { lv: code, en: code })
    return { ...one, finding: { ...one.finding, explanation, isCovered: true } }
  })
}

/**
 * Finds by all figures what the public may read. One that reads the unprotected view gets everything as it was found.
 *
 * @param find what a family finds in a reading; undefined while the reader may see nothing of it
 */
export async function findForReader<Found extends FoundIn[] | undefined>(
  family: FamilyWords,
  reading: Reading,
  find: (reading: Reading) => Promise<Found>,
): Promise<Found> {
  const found = await find(readAnew(reading, 'unprotected'))
  if (reading.view === 'unprotected' || found === undefined || found.length === 0) return found
  return publish(family, found, (await find(readAnew(reading, 'protected'))) ?? []) as Found
}

/** Reads the same in a view of its own; what was read of one is not taken for the other. */
function readAnew(reading: Reading, view: View): Reading {
  return { ...reading, view, once: (name, read) => reading.once(`${view} ${name}`, read) }
}

const wordsOf = ({ code, severity, subjects, explanation }: Finding): string =>
  JSON.stringify([code, severity, subjects, explanation.lv, explanation.en])
