import type { GalleryPart } from '../gallery/part.ts'
import { Confidential, ConfidentialNote } from './confidential.tsx'
import { BarLegend, type BarPart, LinkedBar, StackedBar } from './stacked-bar.tsx'
import { Table } from './table.tsx'

const bar: readonly BarPart[] = [
  { key: 'implemented', label: 'A', count: 30 },
  { key: 'inProgress', label: 'B', count: 12 },
  { key: 'notStarted', label: 'C', count: 0 },
]
const barLabel = 'A 30, B 12, C 0'

const confidentialPart: GalleryPart = {
  name: 'Confidential',
  about: { lv: 'Aizsegts skaitlis.', en: 'A covered figure.' },
  examples: [
    {
      state: { lv: 'zīme', en: 'the sign' },
      shows: <Confidential />,
      says: { lv: ['c'], en: ['c'] },
      neverSays: ['0'],
    },
    {
      state: { lv: 'paskaidrojums zem tabulas', en: 'the note below a table' },
      shows: <ConfidentialNote isPrinted={false} />,
      says: { lv: ['atsevišķiem cilvēkiem'], en: ['single people'] },
    },
    {
      state: { lv: 'skaitlis ir publicēts avotā', en: 'the source has printed it' },
      shows: <ConfidentialNote isPrinted={true} />,
      says: { lv: ['atsevišķiem cilvēkiem'], en: ['single people'] },
    },
  ],
}

type School = { name: string; pupils: string }
const schools: readonly School[] = [
  { name: 'Draudzīgā', pupils: '735' },
  { name: 'Centra', pupils: '412' },
]

function schoolTable(rows: readonly School[], caption: string) {
  return (
    <Table
      caption={caption}
      columns={[
        { heading: 'Skola', cell: ({ name }: School) => name },
        { heading: 'Skolēni', className: 'n', cell: ({ pupils }: School) => pupils },
      ]}
      rows={rows}
      rowKey={({ name }) => name}
    />
  )
}

const tablePart: GalleryPart = {
  name: 'Table',
  about: {
    lv: 'Tabula; telefonā tās rindas ir kartītes.',
    en: 'A table; on a phone its rows are cards.',
  },
  examples: [
    {
      state: { lv: 'ar rindām', en: 'with rows' },
      shows: schoolTable(schools, 'Skolas'),
      says: { lv: ['Draudzīgā', '735'], en: ['Centra', '412'] },
    },
    {
      state: { lv: 'bez rindām', en: 'without rows' },
      shows: schoolTable([], 'Skolas, kuru nav'),
      says: { lv: ['Skolēni'], en: ['Skolēni'] },
    },
  ],
}

const barPart: GalleryPart = {
  name: 'StackedBar',
  about: { lv: 'Skaiti kā vienas joslas daļas.', en: 'Counts as parts of one bar.' },
  examples: [
    {
      state: { lv: 'josla', en: 'a bar' },
      shows: <StackedBar parts={bar} label={barLabel} />,
      says: { lv: [barLabel], en: [barLabel] },
    },
    {
      state: { lv: 'lielā josla ar krāsu nozīmi', en: 'a large bar with its legend' },
      shows: (
        <>
          <StackedBar parts={bar} label={barLabel} isLarge />
          <BarLegend parts={bar} />
        </>
      ),
      says: { lv: ['A 30', 'B 12', 'C 0'], en: ['A 30', 'B 12', 'C 0'] },
    },
    {
      state: { lv: 'daļas ir saites', en: 'its parts are links' },
      shows: (
        <LinkedBar parts={bar.map((part) => ({ ...part, address: `?part=${part.key}` }))} label={barLabel} />
      ),
      says: { lv: ['A 30', 'B 12'], en: ['A 30', 'B 12'] },
    },
  ],
}

/** Parts that every module uses. */
export const uiGallery: readonly GalleryPart[] = [confidentialPart, tablePart, barPart]
