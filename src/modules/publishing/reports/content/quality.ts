import { type Indicator, type JudgedSeries, judgeIndicator } from '#modules/indicators'
import type { ReportSection } from '#platform/reports/report.ts'
import { fold } from '#platform/texts/fold.ts'
import { note, paragraph, section } from './blocks.ts'
import type { PlanData } from './data.ts'
import { findingBlocks, findingsOf } from './finding-blocks.ts'
import { seriesTable, verdictTable } from './indicator-tables.ts'
import type { Pen } from './pen.ts'
import { sourceSection } from './sources-section.ts'
import { surveyBlocks } from './survey-tables.ts'

/** What the quality of education is looked at by, in the order of the report. */
export const AREAS = ['access', 'quality', 'support', 'environment', 'governance'] as const
export type Area = (typeof AREAS)[number]

/**
 * Beginnings of words, without diacritics, by which an indicator of the plan is put into an area; the first area that
 * fits, from support to quality, takes it. It is a rule for ordering a report and judges nothing; what fits nowhere has a section of its own.
 */
const WORDS: Readonly<Record<Area, readonly string[]>> = {
  support: ['ieklau', 'speciala', 'atbalsta pers', 'talant', 'specialistu darb'],
  environment: ['vidi un infra', 'darijusi pari', 'vardarb', 'drosib'],
  governance: [
    'budzet',
    'vaditaj',
    'mentor',
    'konsultant',
    'profesionalo pilnveidi',
    'starptautisk',
    'partner',
    'metodisk',
  ],
  access: [
    'nav vietas',
    'interesu izglit',
    'izglitojamo skaits',
    'iestazu skaits',
    'vietu skaits',
    'skolu skaits',
    'muzizglit',
    'neturpina',
    'macas augstskola',
    'atskaitit',
  ],
  quality: ['rezultat', 'eksamen', 'kursos', 'apmierinat', 'oce indeks', 'sasniegum'],
}

/** The area of an indicator by the words of its title; null where none fits. */
export function areaOf({ title }: Pick<Indicator, 'title'>): Area | null {
  const words = fold(title.lv)
  const found = Object.entries(WORDS).find(([, stems]) => stems.some((stem) => words.includes(fold(stem))))
  return AREAS.find((area) => area === found?.[0]) ?? null
}

/** The quality of education in the whole municipality, area by area, as far as its data go. */
export function writeQuality(pen: Pen, plan: PlanData): ReportSection[] {
  const { line, data } = pen
  const rows = plan.set.indicators.flatMap((indicator) => judgeIndicator(indicator, plan.set, null))
  const byArea = Map.groupBy(rows, ({ indicator }) => areaOf(indicator))
  const others = byArea.get(null) ?? []
  return [
    section(pen, 'summary', 'publishing.quality.summary', [
      paragraph(line('publishing.quality.intro')),
      paragraph(line('publishing.quality.rule')),
      ...verdictTable(pen, plan),
    ]),
    ...AREAS.map((area) => areaSection(pen, area, byArea.get(area) ?? [])),
    ...(others.length > 0
      ? [
          section(
            pen,
            'other',
            'publishing.quality.other',
            seriesTable(pen, others, { key: 'series-other', caption: pen.word('publishing.quality.other') }),
          ),
        ]
      : []),
    section(
      pen,
      'voices',
      'publishing.quality.voices',
      data.surveys.flatMap((survey) => surveyBlocks(pen, survey, plan)),
      { without: 'publishing.quality.noSurveys' },
    ),
    section(
      pen,
      'trust',
      'publishing.quality.trust',
      [
        paragraph(line('publishing.quality.trust.intro')),
        ...findingBlocks(pen, findingsOf(plan, { families: ['indicators', 'surveys'] }), 8),
      ],
      {},
    ),
    sourceSection(pen, plan),
  ]
}

function areaSection(pen: Pen, area: Area, rows: readonly JudgedSeries[]): ReportSection {
  const { word, line } = pen
  return section(pen, area, `publishing.quality.${area}`, [
    paragraph(line(`publishing.quality.${area}.asks`)),
    ...(rows.length > 0
      ? seriesTable(pen, rows, {
          key: `series-${area}`,
          caption: word(`publishing.quality.${area}`),
        })
      : [note(line('publishing.quality.notHeld'))]),
  ])
}
