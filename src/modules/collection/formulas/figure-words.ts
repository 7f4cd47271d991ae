import { en, inBoth, lv, type Say } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Contribution, Gathered } from './contributions.ts'

const INSTITUTIONS = {
  lv: { one: 'iestādes', other: 'iestādēm' },
  en: { one: 'institution', other: 'institutions' },
} as const

/** How many of how many were counted, as a place in the source: `28 no 30 iestādēm`. */
export const locatorOf = (gathered: Gathered): string => ofAll(lv, gathered)

function ofAll(say: Say, { asked, contributions }: Gathered): string {
  const counted = contributions.filter(({ value }) => typeof value !== 'string').length
  const word = say.form(asked, INSTITUTIONS[say.language])
  const between = say.language === 'lv' ? 'no' : 'of'
  return `${say.number(counted)} ${between} ${say.number(asked)} ${word}`
}

/** What a reader must know of a figure of all institutions together. */
export function noteOf(gathered: Gathered): LocalText {
  const { contributions } = gathered
  const leftOut = contributions.filter(({ value }) => typeof value === 'string').length
  const mended = contributions.filter((one) => one.isBeingMended).length
  return {
    lv: [
      `Pieņemti un saskaitīti ${ofAll(lv, gathered)} dati.`,
      ...(leftOut === 0
        ? []
        : [
            `Nav saskaitīti ${lv.counted(leftOut, { one: 'iestādes', other: 'iestāžu' })} dati: rādītājs uz tām neattiecas vai atbildes trūkst.`,
          ]),
      ...(mended === 0
        ? []
        : [
            `${lv.counted(mended, { one: 'iestādes', other: 'iestāžu' })} dati tiek laboti; līdz jaunu datu pieņemšanai skaitīti iepriekšējie.`,
          ]),
    ].join(' '),
    en: [
      `Accepted and counted: ${ofAll(en, gathered)}.`,
      ...(leftOut === 0
        ? []
        : [
            `${en.counted(leftOut, { one: 'institution is', other: 'institutions are' })} not counted: it does not apply there, or an answer is missing.`,
          ]),
      ...(mended === 0
        ? []
        : [
            `${en.counted(mended, { one: 'institution is', other: 'institutions are' })} mending its data; what was accepted before counts until the new data are accepted.`,
          ]),
    ].join(' '),
  }
}

/** What a reader must know of the figure of one institution; null where there is nothing to say. */
export const ownNoteOf = ({ isBeingMended }: Contribution): LocalText | null =>
  isBeingMended
    ? {
        lv: 'Iestādes dati tiek laboti; šis ir iepriekš pieņemtais skaitlis.',
        en: 'The data of the institution are being mended; this is the figure that was accepted before.',
      }
    : null

/** What the document is called to which figures of a call lead. */
export const documentTitle = (call: { title: LocalText; period: string }): LocalText =>
  inBoth((say) => {
    const what = say.language === 'lv' ? 'Datu vākšana' : 'Data call'
    return `${what}: ${call.title[say.language]}, ${say.period(call.period)}`
  })

/** Why a figure has a new state, for everybody who reads its history. */
export const REASONS = {
  accepted: 'Pieņemti iestādes iesniegtie dati',
  corrected: 'Labojums pēc datu vākšanas slēgšanas',
  reopened: 'Iestādes dati atvērti labošanai',
  recomputed: 'Pārrēķināts no pieņemtajiem datiem',
} as const
