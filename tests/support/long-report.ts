import { bars, seriesLines, statusBars } from '#platform/reports/charts.ts'
import type { Block, Report, ReportSection, ReportTable } from '#platform/reports/report.ts'
import type { Language } from '#platform/texts/text.ts'

const PERIODS = ['2020/2021', '2021/2022', '2022/2023', '2023/2024', '2024/2025'] as const

/**
 * A report with every kind of block, as long as wanted: each section brings a table, a chart and what is said about
 * them. 38 sections are about forty pages.
 */
export function longReport({
  sections = 38,
  language = 'lv',
}: {
  sections?: number
  language?: Language
} = {}): Report {
  return {
    language,
    title: 'Izglītības attīstības koncepcijas uzraudzības pārskats',
    subtitle: 'Kuldīgas novads, 2024./2025. mācību gads',
    on: '2026-11-30',
    facts: [
      { label: 'Versija', content: [{ text: '2. versija', to: '/kuldiga/redakcijas/2' }] },
      {
        label: 'Par ko lēmusi dome',
        content: [{ text: 'lēmums Nr. 12', to: 'https://kuldiga.example/lemumi/12' }],
      },
    ],
    sections: Array.from({ length: Math.ceil(sections / 4) }, (_, goal) => ({
      key: `goal-${goal + 1}`,
      title: `${goal + 1}. mērķis: kvalitatīva un iekļaujoša izglītība ikvienam`,
      blocks: [
        {
          kind: 'paragraph' as const,
          content: [
            { text: WORDS },
            { text: 'Plašāk par mērķi', to: `/kuldiga/strategija#goal-${goal + 1}` },
          ],
        },
      ],
      sections: Array.from({ length: Math.min(4, sections - goal * 4) }, (_, place) =>
        aSection(goal * 4 + place, language),
      ),
    })),
  }
}

const WORDS =
  'Šajā sadaļā ir tas, ko par mērķi rāda dati: cik darbību īstenots, kā mainījušies rādītāji kopš iepriekšējā pārskata un ko vēl nevar pateikt, jo trūkst skaitļu. '

function aSection(number: number, language: Language): ReportSection {
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      content: [
        { text: WORDS },
        {
          text: '64 %',
          isStrong: true,
          to: `/kuldiga/raditaji/${number}`,
          figure: { id: `indicator:${number}`, said: '64 %' },
        },
        { text: '.' },
      ],
    },
    number % 13 === 12 ? aWideTable(`table-${number}`) : aTable(`table-${number}`, 4),
    {
      kind: 'chart',
      key: `chart-${number}`,
      caption: 'Kā mainījies rādītājs',
      says: 'Rādītājs aug, un mērķis ir tuvu.',
      alt: 'Līnija no 35 procentiem 2020. gadā līdz 49 procentiem 2025. gadā; mērķis ir 65 procenti.',
      svg: aDrawing(number, language),
    },
    {
      kind: 'finding',
      title: 'Rādītājs aug lēnāk, nekā solīts',
      content: [{ text: `Katru gadu par 3,5 procentpunktiem; solīts bija 6. (${number})` }],
      certainty: 'samērā droši: pieci mērījumi',
    },
    {
      kind: 'question',
      content: [
        { text: 'Vai darbības, kas ar rādītāju saistītas, tiek īstenotas tur, kur tas ir zemākais?' },
      ],
      basis: [{ text: 'Trijās iestādēs rādītājs gadu no gada ir zemāks par novada vidējo.' }],
    },
  ]
  if (number % 3 === 0)
    blocks.push({
      kind: 'commentary',
      paragraphs: ['Iestāžu vadītāji to apsprieda septembrī.', 'Nākamais solis ir kopīgs mācību plāns.'],
    })
  if (number % 4 === 0)
    blocks.push({
      kind: 'note',
      tone: 'warning',
      content: [
        { text: 'Kopš 2023. gada mēra citādi. ' },
        { text: 'kā mērīts līdz tam', isQuoted: true },
        { text: ' un ' },
        { text: 'as measured before', isQuoted: true, language: 'en' },
      ],
    })
  if (number % 5 === 0)
    blocks.push({
      kind: 'list',
      items: [[{ text: 'pirmais' }], [{ text: 'otrais' }]],
      ...(number % 2 === 0 ? { isOrdered: true as const } : {}),
    })
  return { key: `direction-${number}`, title: `Rīcības virziens ${number + 1}`, blocks }
}

/** A table with a row over others and a sum. */
export function aTable(key: string, length: number): ReportTable {
  return {
    kind: 'table',
    key,
    caption: 'Iestādes pēc rādītāja',
    says: 'Augstākais ir ģimnāzijās, zemākais pamatskolās.',
    columns: [
      { heading: 'Iestāde', share: 3 },
      { heading: '2023/2024', isNumber: true },
      { heading: '2024/2025', isNumber: true },
      { heading: 'Kā zināms', share: 2 },
    ],
    rows: [
      { cells: [[{ text: 'Pamatskolas' }]], isLead: true },
      ...Array.from({ length }, (_, row) => ({
        cells: [
          [{ text: `Kuldīgas ${row + 1}. pamatskola`, to: `/kuldiga/iestades/${row}` }],
          [{ text: `${50 + row} %` }],
          [{ text: row === 3 ? 'nav pieejams' : `${52 + row} %` }],
          [{ text: 'Valsts izglītības informācijas sistēma' }],
        ],
      })),
      {
        cells: [
          [{ text: 'Kopā' }],
          [{ text: '56 %' }],
          [{ text: '58 %' }],
          [{ text: 'svērts pēc skolēnu skaita' }],
        ],
        isTotal: true,
      },
    ],
    note: [{ text: 'Avots: VIIS, ' }, { text: 'atvērtie dati', to: 'https://data.gov.lv' }],
  }
}

/** A table that no upright page holds, with two rows of headings. */
export function aWideTable(key: string): ReportTable {
  const groups = ['2021', '2022', '2023', '2024', '2025']
  return {
    kind: 'table',
    key,
    caption: 'Viss pa gadiem',
    says: 'Skolēni un skolotāji katrā gadā.',
    groups: [{ heading: '', span: 1 }, ...groups.map((heading) => ({ heading, span: 2 }))],
    columns: [
      { heading: 'Iestāde' },
      ...groups.flatMap(() => [
        { heading: 'Skolēni', isNumber: true as const },
        { heading: 'Skolotāji', isNumber: true as const },
      ]),
    ],
    rows: Array.from({ length: 30 }, (_, row) => ({
      cells: [
        [{ text: `Kuldīgas ${row + 1}. pamatskola` }],
        ...groups.flatMap((_, year) => [[{ text: String(300 + row + year) }], [{ text: String(30 + year) }]]),
      ],
    })),
  }
}

function aDrawing(number: number, language: Language): string {
  if (number % 3 === 0)
    return seriesLines(
      [
        {
          label: 'Kuldīgas novads',
          points: PERIODS.map((period, year) => ({
            period,
            value: 35 + year * 3.5 + number / 10,
            said: `${35 + year * 3.5} %`,
          })),
          breaks: ['2023/2024'],
        },
      ],
      {
        language,
        unit: '%',
        periods: [...PERIODS, '2025/2026'],
        targets: [{ period: '2025/2026', value: 65, said: '65 %' }],
        targetsLabel: 'mērķis',
      },
    )
  if (number % 3 === 1)
    return bars(
      Array.from({ length: 8 }, (_, row) => ({
        label: `Kuldīgas ${row + 1}. pamatskola`,
        value: row === 4 ? null : 40 + row * 5,
        said: row === 4 ? 'nav pieejams' : `${40 + row * 5} %`,
      })),
      { language, unit: '%' },
    )
  return statusBars(
    [1, 2, 3].map((row) => ({
      label: `Uzdevums ${number}.${row}.`,
      parts: [
        { fill: 'implemented', label: 'īstenotas', count: row },
        { fill: 'inProgress', label: 'tiek īstenotas', count: 5 - row },
        { fill: 'unreported', label: 'nav ziņots', count: 1 },
      ],
    })),
    { language, nothing: 'nav darbību' },
  )
}
