import type { GalleryExample, GalleryPart } from '#platform/gallery/part.ts'
import type { Language } from '#platform/texts/text.ts'
import type { MissingKind, ObservedValue, Target } from '../model.ts'
import { CertaintyNote } from '../parts/certainty-note.tsx'
import { TargetText } from '../parts/target-text.tsx'
import { ValueText } from '../parts/value-text.tsx'
import {
  aBaseline,
  aDistribution,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from '../testing.ts'

type Says = Readonly<Record<Language, readonly string[]>>

const both = (...words: string[]): Says => ({ lv: words, en: words })
const says = (lv: string, en: string): Says => ({ lv: [lv], en: [en] })

function value(lv: string, en: string, shown: ObservedValue | null, found: Says): GalleryExample {
  return { state: { lv, en }, shows: <ValueText value={shown} />, says: found }
}

const inWords: ObservedValue = { kind: 'text', text: { lv: 'visas iestādes', en: 'all institutions' } }

/** What stands in the place of a figure, by why there is none. */
const MISSING: Readonly<Record<MissingKind, readonly [lv: string, en: string]>> = {
  notMeasured: ['nav mērīts', 'not measured'],
  retired: ['vairs nemēra', 'no longer measured'],
  notApplicable: ['nav attiecināms', 'not applicable'],
  noMethodology: ['nav metodoloģijas', 'no methodology'],
  notAsked: ['nav jautāts', 'not asked'],
  notReported: ['nav ziņots', 'not reported'],
  unknown: ['nav zināms', 'not known'],
  confidential: ['c', 'c'],
}

const missingValues = Object.entries(MISSING).map(
  ([missing, [lv, en]]): GalleryExample => ({
    ...value(lv, en, { kind: 'missing', missing: missing as MissingKind }, says(lv, en)),
    state: { lv: `trūkst: ${missing}`, en: `missing: ${missing}` },
    neverSays: ['0', '–'],
  }),
)

export const valuePart: GalleryPart = {
  name: 'ValueText',
  about: {
    lv: 'Izmērītā vērtība katrā veidā, un kāpēc tās nav.',
    en: 'A measured value of every kind, and why there is none.',
  },
  examples: [
    value('skaits', 'a count', aNumber(12345), says('12 345', '12,345')),
    value('nulle ir vērtība', 'zero is a value', aNumber(0), both('0')),
    value(
      'skaits ar avotā rakstītu īpatsvaru',
      'a count beside which the source prints a share',
      { kind: 'number', number: 13, unit: 'count', share: 36 },
      says('36 %', '36%'),
    ),
    value('īpatsvars', 'a share', aShare(89.3), says('89,3 %', '89.3%')),
    value(
      'īpatsvars ar skaitītāju un saucēju',
      'a share with numerator and denominator',
      { kind: 'share', number: 50, unit: 'percent', numerator: 17, denominator: 34 },
      both('17', '34'),
    ),
    value('attiecība', 'a ratio', { kind: 'ratio', number: 8, unit: 'ratio' }, both('1 : 8')),
    value(
      'sadalījums',
      'a distribution',
      aDistribution({ yes: 69, unknown: 24, no: 7 }),
      says('69 %', '69%'),
    ),
    value('vārdos', 'in words', inWords, says('visas iestādes', 'all institutions')),
    value('par to nekas nav rakstīts', 'nothing is written of it', null, says('nav', 'no')),
    ...missingValues,
  ],
}

const answered = anIndicator({ unit: 'percent', valueKind: 'share', restsOn: 'answers' })
const recorded = anIndicator({ unit: 'percent', valueKind: 'share', restsOn: 'records' })

function certainty(
  lv: string,
  en: string,
  stated: Partial<ReturnType<typeof anObservation>['stated']>,
  found: Says,
): GalleryExample {
  const observation = anObservation({
    value: aShare(46.4),
    unit: 'percent',
    stated: { n: null, interval: null, standardError: null, ...stated },
  })
  return {
    state: { lv, en },
    shows: <CertaintyNote indicator={answered} observation={observation} />,
    says: found,
  }
}

export const certaintyPart: GalleryPart = {
  name: 'CertaintyNote',
  about: { lv: 'Cik drošs ir skaitlis.', en: 'How sure a figure is.' },
  examples: [
    certainty(
      'n un intervāls',
      'n and interval',
      { n: 156, interval: { low: 38.7, high: 54.2 } },
      both('156'),
    ),
    certainty(
      'zināms tikai n: intervālu aprēķina',
      'only n is known: the interval is computed',
      { n: 156 },
      says('38,8–54,2', '38.8–54.2'),
    ),
    certainty('nav zināms nekas', 'nothing is known', {}, says('nav zināms', 'not known')),
    {
      state: { lv: 'uzskaite, kurā nejaušības nav', en: 'records, in which nothing is by chance' },
      shows: <CertaintyNote indicator={recorded} observation={anObservation({ value: aShare(46.4) })} />,
      says: { lv: [], en: [] },
      isEmpty: true,
    },
  ],
}

function target(
  lv: string,
  en: string,
  asked: Partial<Target>,
  found: Says,
  unit = 'percent',
): GalleryExample {
  const series = aSeries({ baseline: aBaseline(aShare(40)) })
  return {
    state: { lv, en },
    shows: (
      <TargetText
        indicator={anIndicator({ unit, valueKind: 'share' })}
        series={series}
        target={aTarget({ unit: null, ...asked })}
      />
    ),
    says: found,
  }
}

export const targetPart: GalleryPart = {
  name: 'TargetText',
  about: {
    lv: 'Sasniedzamā vērtība katrā veidā.',
    en: 'A target of every kind.',
  },
  examples: [
    target('skaitlis', 'a figure', { value: 90 }, says('90 %', '90%')),
    target('robežas', 'a range', { kind: 'range', value: 80, valueTo: 90 }, says('80', '90%')),
    target(
      'izmaiņa no bāzes',
      'a change from the baseline',
      { kind: 'relative', value: 5, unit: 'percentagePoint' },
      says('45 %', '45%'),
    ),
    target('labāk nekā bāze', 'better than the baseline', { kind: 'trend', value: null }, both()),
    target('lai ir', 'that it exists', { kind: 'exists', value: null }, both()),
    target('pirmais mērījums', 'a first measurement', { kind: 'firstMeasurement', value: null }, both()),
    target('nav noteikta', 'none is set', { kind: 'none', value: null }, both()),
  ],
}
