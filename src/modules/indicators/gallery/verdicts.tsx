import type { GalleryExample, GalleryPart } from '#platform/gallery/part.ts'
import type { Language } from '#platform/texts/text.ts'
import type { Indicator, Observation, ObservedValue, Series, Target } from '../model.ts'
import { VerdictChip } from '../parts/verdict-chip.tsx'
import { VerdictSentence } from '../parts/verdict-sentence.tsx'
import {
  aBaseline,
  aDistribution,
  aMethodology,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from '../testing.ts'
import { judge, type Verdict } from '../verdict.ts'

const PERIOD = '2024/2025'
const RULE = new Map([[PERIOD, 2025]])
/** Between the baseline and the target, so that a result is on the way. */
const EARLIER = '2022/2023'

type Judged = {
  value?: ObservedValue | null
  target?: Partial<Target>
  baseline?: Series['baseline']
  indicator?: Partial<Indicator>
  stated?: Partial<Observation['stated']>
  observation?: Partial<Observation>
  period?: string
}

/** A result as the product itself judges it. */
function judged({
  value = aShare(46.4),
  target,
  baseline = null,
  indicator,
  stated,
  observation,
  period = PERIOD,
}: Judged): {
  indicator: Indicator
  verdict: Verdict
} {
  const measured =
    value === null
      ? []
      : [
          anObservation({
            period,
            value,
            unit: null,
            stated: { n: null, interval: null, standardError: null, ...stated },
            ...observation,
          }),
        ]
  const series = aSeries({ baseline, targets: [aTarget({ value: 48.5, ...target })], results: measured })
  const meant = anIndicator({
    unit: 'percent',
    valueKind: 'share',
    restsOn: 'answers',
    series: [series],
    ...indicator,
  })
  return { indicator: meant, verdict: judge(meant, series, period, RULE) }
}

type State = {
  state: { lv: string; en: string }
  judged: Judged
  chip: Readonly<Record<Language, readonly string[]>>
}

const sure = { n: 900, interval: { low: 44, high: 48 } }
const wide = { n: 30, interval: { low: 29, high: 64 } }

const STATES: readonly State[] = [
  {
    state: { lv: 'sasniegts, droši', en: 'met, and sure' },
    judged: { value: aShare(60), stated: { n: 900, interval: { low: 57, high: 63 } } },
    chip: { lv: ['sasniegt'], en: ['met'] },
  },
  {
    state: { lv: 'nav sasniegts, droši', en: 'missed, and sure' },
    judged: { stated: sure },
    chip: { lv: ['nav sasniegt', '2,1'], en: ['missed', '2.1'] },
  },
  {
    state: { lv: 'atšķirība nav droša', en: 'the difference is within chance' },
    judged: { stated: wide },
    chip: { lv: ['nav droš', 'nav sasniegt'], en: ['chance', 'missed'] },
  },
  {
    state: { lv: 'nav zināms, cik droši', en: 'how sure is not known' },
    judged: {},
    chip: { lv: ['nav sasniegt'], en: ['missed'] },
  },
  {
    state: { lv: 'ceļā uz sasniedzamo vērtību', en: 'on the way to the target' },
    judged: {
      value: aNumber(90),
      period: EARLIER,
      baseline: aBaseline(50),
      target: { value: 100 },
      indicator: { unit: 'count', valueKind: 'number', restsOn: 'records' },
    },
    chip: { lv: [], en: ['on track'] },
  },
  {
    state: { lv: 'atpaliek no ceļa', en: 'behind the way' },
    judged: {
      value: aNumber(52),
      period: EARLIER,
      baseline: aBaseline(50),
      target: { value: 100 },
      indicator: { unit: 'count', valueKind: 'number', restsOn: 'records' },
    },
    chip: { lv: [], en: ['off track'] },
  },
  {
    state: { lv: 'vairs nemēra', en: 'retired' },
    judged: { value: { kind: 'missing', missing: 'retired' }, indicator: { retiredOn: '2022-01-01' } },
    chip: { lv: [], en: [] },
  },
  {
    state: { lv: 'nav metodikas', en: 'no methodology' },
    judged: {
      indicator: { methodologies: [aMethodology({ isMissing: true })] },
      observation: { methodology: 1 },
    },
    chip: { lv: ['metodoloģij'], en: ['method'] },
  },
  {
    state: { lv: 'aizsegts', en: 'covered' },
    judged: { value: { kind: 'missing', missing: 'confidential' } },
    chip: { lv: [], en: [] },
  },
  {
    state: { lv: 'nav rezultāta', en: 'no result' },
    judged: { value: null },
    chip: { lv: ['rezultāt'], en: ['result'] },
  },
  {
    state: { lv: 'sasniedzamā vērtība nav noteikta', en: 'no target is set' },
    judged: { target: { kind: 'none', value: null } },
    chip: { lv: ['nav'], en: ['target'] },
  },
  {
    state: { lv: 'solīts bez gada, vēl nav sasniegts', en: 'promised for no year, and not yet' },
    judged: { target: { year: null } },
    chip: { lv: ['vēl'], en: ['yet'] },
  },
  {
    state: { lv: 'nav bāzes', en: 'no baseline' },
    judged: { target: { kind: 'trend', value: null } },
    chip: { lv: ['bāze'], en: ['baseline'] },
  },
  {
    state: { lv: 'bāze ir nulle', en: 'the baseline is zero' },
    judged: {
      value: aNumber(3),
      baseline: aBaseline(0),
      target: { kind: 'relative', value: 5, unit: 'percent' },
      indicator: { unit: 'count', valueKind: 'number' },
    },
    chip: { lv: [], en: [] },
  },
  {
    state: { lv: 'starp bāzi un vēlāku gadu ceļa nav', en: 'no way leads through the period' },
    judged: { period: EARLIER, baseline: null },
    chip: { lv: [], en: [] },
  },
  {
    state: { lv: 'dažādas mērvienības', en: 'different units' },
    judged: { value: aDistribution({ yes: 69, no: 31 }) },
    chip: { lv: ['mērvien'], en: ['unit'] },
  },
  {
    state: { lv: 'metodika mainīta, salīdzināt nevar', en: 'not comparable with the methodology before' },
    judged: {
      baseline: aBaseline(aShare(40), { methodology: 1 }),
      target: { kind: 'trend', value: null },
      observation: { methodology: 2 },
      indicator: {
        methodologies: [
          aMethodology(),
          aMethodology({ version: 2, comparability: 'no', validFrom: '2023/2024' }),
        ],
      },
    },
    chip: { lv: ['salīdzin'], en: ['compar'] },
  },
  {
    state: { lv: 'virzība nav noteikta', en: 'no direction is good' },
    judged: { indicator: { direction: 'none' } },
    chip: { lv: ['labāk'], en: ['direction'] },
  },
  {
    state: { lv: 'kategorijai nav noteikta vieta', en: 'a category without a rank' },
    judged: {
      value: {
        kind: 'distribution',
        unit: 'percent',
        parts: [
          { category: 'teicami', value: 60 },
          { category: 'NV', value: 40, isUnranked: true },
        ],
      },
      baseline: aBaseline({
        kind: 'distribution',
        unit: 'percent',
        parts: [
          { category: 'teicami', value: 50 },
          { category: 'NV', value: 50, isUnranked: true },
        ],
      }),
      target: { kind: 'trend', value: null },
    },
    chip: { lv: [], en: [] },
  },
  {
    state: {
      lv: 'sadalījums vienā vietā labāks, citā sliktāks',
      en: 'a distribution better here and worse there',
    },
    judged: {
      value: aDistribution({ high: 60, middle: 10, low: 30 }),
      baseline: aBaseline(aDistribution({ high: 50, middle: 30, low: 20 })),
      target: { kind: 'trend', value: null },
    },
    chip: { lv: [], en: [] },
  },
  {
    state: { lv: 'skaitlis, kāds nevar būt', en: 'a figure that cannot be' },
    judged: { value: aShare(140) },
    chip: { lv: [], en: [] },
  },
]

export const verdictPart: GalleryPart = {
  name: 'VerdictChip',
  about: {
    lv: 'Vērtējums vārdos: cik tālu no sasniedzamās vērtības, cik droši, vai kāpēc novērtēt nevar.',
    en: 'A verdict in words: how far from the target, how sure, or why there is none.',
  },
  examples: STATES.map(
    ({ state, judged: given, chip }): GalleryExample => ({
      state,
      shows: <VerdictChip verdict={judged(given).verdict} />,
      says: chip,
    }),
  ),
}

export const verdictSentencePart: GalleryPart = {
  name: 'VerdictSentence',
  about: { lv: 'Kā vērtējums radies.', en: 'How a verdict came about.' },
  examples: STATES.map(
    ({ state, judged: given }): GalleryExample => ({
      state,
      shows: (
        <p>
          <VerdictSentence {...judged(given)} />
        </p>
      ),
      says: { lv: ['.'], en: ['.'] },
    }),
  ),
}

/** Every verdict that is shown, for the test that none is left out. */
export const shownVerdicts = () => STATES.map(({ judged: given }) => judged(given).verdict)
