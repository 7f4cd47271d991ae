import { column, type ReadCell, Refusal, refuse, refuseChoice } from '#platform/import/column.ts'

export const STANCES = ['agreed', 'abstained', 'objected'] as const
/** How somebody stood to what a group decided. */
export type Stance = (typeof STANCES)[number]

/** What a member of the group that agreed on a status said. */
export type Voice = {
  /** Name or role, as everybody may read it. */
  who: string
  stance: Stance
  remark: string | null
}

/** Parts of a line stand between these. */
const JOINT = '|'
const LINE = `who ${JOINT} agreed ${JOINT} remark`

/**
 * Voices as they stand in a cell and in the table, a line for each: `who | stance | remark`. The remark may be
 * left out.
 */
export function parseVoices(cell: string): Voice[] | Refusal {
  const voices: Voice[] = []
  for (const line of cell.split('\n')) {
    if (line.trim() === '') continue
    const [who = '', stance = '', remark = '', ...more] = line.split(JOINT).map((part) => part.trim())
    if (who === '' || more.length > 0) return refuse('platform.import.line', line, { form: LINE })
    const known = STANCES.find((one) => one === stance)
    if (!known) return refuseChoice(stance, STANCES.join(', '))
    voices.push({ who, stance: known, remark: remark === '' ? null : remark })
  }
  return voices
}

/** What a table holds; nothing where it holds nonsense, which no way of writing lets in. */
export function voicesIn(cell: string | null): Voice[] {
  const voices = cell === null ? [] : parseVoices(cell)
  return voices instanceof Refusal ? [] : voices
}

export const writeVoices = (voices: readonly Voice[]): string | null =>
  voices.length === 0
    ? null
    : voices
        .map(({ who, stance, remark }) => [who, stance, ...(remark === null ? [] : [remark])])
        .map((parts) => parts.join(` ${JOINT} `))
        .join('\n')

const readVoices: ReadCell<string> = (cell) => {
  const voices = parseVoices(cell)
  return voices instanceof Refusal ? voices : (writeVoices(voices) ?? '')
}

export const voicesColumn = column(readVoices)

/** Whether a part can be told from the next one again. */
export const isPlainPart = (text: string) => !text.includes(JOINT) && !/[\r\n]/.test(text)
