import type { GalleryExample, GalleryPart } from '#platform/gallery/part.ts'
import type { Answer, MissingAnswer } from '../model.ts'
import { AnswerValue } from '../parts/answer-value.tsx'
import { PeerSpread } from '../parts/peer-spread.tsx'

const choices = [{ key: 'yes', name: { lv: 'jā', en: 'yes' } }]

function answer(
  lv: string,
  en: string,
  given: Answer | undefined,
  says: { lv: readonly string[]; en: readonly string[] },
): GalleryExample {
  return {
    state: { lv, en },
    shows: <AnswerValue slug="liepaja" answer={given} field={{ unit: null, choices, computed: null }} />,
    says,
  }
}

/** What has no value, with the reason that the giver wrote; never a zero. */
const missing = (lv: string, en: string, kind: MissingAnswer): GalleryExample => ({
  ...answer(
    lv,
    en,
    { kind: 'missing', missing: kind, reason: 'ēku remontē' },
    { lv: ['ēku remontē'], en: ['ēku remontē'] },
  ),
  neverSays: ['0'],
})

const peers = {
  institutionType: 'school',
  peers: 9,
  lowerQuartile: 40,
  median: 55,
  upperQuartile: 70,
  deviation: 12,
}

export const collectionGallery: readonly GalleryPart[] = [
  {
    name: 'AnswerValue',
    about: { lv: 'Kas atbildēts veidlapas laukā.', en: 'What is answered in a field of a form.' },
    examples: [
      answer('skaits', 'a count', { kind: 'count', number: 735 }, { lv: ['735'], en: ['735'] }),
      answer('nulle ir atbilde', 'zero is an answer', { kind: 'count', number: 0 }, { lv: ['0'], en: ['0'] }),
      answer(
        'daļa no veselā',
        'a share',
        { kind: 'share', numerator: 3, denominator: 4 },
        { lv: ['75', '3', '4'], en: ['75', '3', '4'] },
      ),
      answer(
        'daļa no nekā',
        'a share of nothing',
        { kind: 'share', numerator: 0, denominator: 0 },
        { lv: ['–'], en: ['–'] },
      ),
      answer('diena', 'a day', { kind: 'date', day: '2026-03-01' }, { lv: ['2026'], en: ['2026'] }),
      answer('izvēle', 'a choice', { kind: 'choice', choice: 'yes' }, { lv: ['jā'], en: ['yes'] }),
      answer('teksts', 'a text', { kind: 'text', text: 'Remonts' }, { lv: ['Remonts'], en: ['Remonts'] }),
      missing('nav attiecināms', 'does not apply', 'notApplicable'),
      missing('nav pieejams', 'not available', 'notAvailable'),
      {
        ...answer('tukšs lauks', 'a blank field', undefined, { lv: ['nav'], en: ['not'] }),
        neverSays: ['0'],
      },
    ],
  },
  {
    name: 'PeerSpread',
    about: {
      lv: 'Kur skaitlis ir starp citu iestāžu skaitļiem.',
      en: 'Where a figure stands among those of others.',
    },
    examples: [
      {
        state: { lv: 'vidū', en: 'in the middle' },
        shows: <PeerSpread own={58} peers={peers} type={null} leastCount={0} decimals={0} />,
        says: { lv: ['55', '40', '70'], en: ['55', '40', '70'] },
      },
      {
        state: { lv: 'citām ir pārāk maz cilvēku', en: 'others count too few people' },
        shows: (
          <PeerSpread
            own={3}
            peers={{
              institutionType: 'school',
              peers: 9,
              lowerQuartile: 1,
              median: 2,
              upperQuartile: 3,
              deviation: 1,
            }}
            type={null}
            leastCount={5}
            decimals={0}
          />
        ),
        says: { lv: ['5'], en: ['5'] },
        neverSays: ['2'],
      },
    ],
  },
]
