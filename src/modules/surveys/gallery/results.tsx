import type { GalleryPart } from '#platform/gallery/part.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { ResponseNote } from '../parts/response-note.tsx'
import { ResultTable } from '../parts/result-table.tsx'
import { aGroup, anItem, aTable } from '../testing.ts'

const teachers = aGroup({ respondents: 156, responseShare: { percent: 60, decimals: 0 } })
const everybody = aGroup({
  code: 'heads',
  position: 2,
  label: { lv: 'Vadītāji', en: 'Heads' },
  respondents: 34,
  responseShare: { percent: 100, decimals: 0 },
})
const unknown = aGroup({
  code: 'parents',
  position: 3,
  label: { lv: 'Vecāki', en: 'Parents' },
  respondents: 900,
})

const table = aTable({
  groups: [teachers, everybody, unknown],
  items: [anItem(), anItem({ code: 'mission', position: 2, title: { lv: 'Misija', en: 'Mission' } })],
  shares: [
    [80, 71, 66],
    [null, 94, 58],
  ],
})

/** The table in the words of its page: two regions of a page are not called the same. */
function Results() {
  const { local } = useSpeech()
  const caption = local({ lv: 'Rezultāti', en: 'Results' })
  return (
    <ResultTable table={table} groups={table.groups} caption={caption} flags={new Map()} slug="liepaja" />
  )
}

export const surveyGallery: readonly GalleryPart[] = [
  {
    name: 'ResultTable',
    about: {
      lv: 'Aptaujas rezultāti: jautājumi rindās, grupas kolonnās.',
      en: 'Results of a survey: items down, groups across.',
    },
    examples: [
      {
        state: {
          lv: 'daļa atbildēja, visi atbildēja, nav zināms, cik; viens jautājums nav uzdots',
          en: 'a part answered, everybody did, not known how many; one item not asked',
        },
        shows: <Results />,
        says: { lv: ['80 %', '71 %', 'nav jautāts'], en: ['66', 'not asked'] },
      },
    ],
  },
  {
    name: 'ResponseNote',
    about: { lv: 'Kurās grupās atbildēja maz.', en: 'In which groups few answered.' },
    examples: [
      {
        state: { lv: 'maz', en: 'few' },
        shows: <ResponseNote groups={[aGroup({ responseShare: { percent: 20, decimals: 0 } })]} />,
        says: { lv: ['Pedagogi'], en: ['Teachers'] },
      },
      {
        state: { lv: 'pietiekami', en: 'enough' },
        shows: <ResponseNote groups={[everybody]} />,
        says: { lv: ['%'], en: ['%'] },
      },
      {
        state: { lv: 'nav zināms', en: 'not known' },
        shows: <ResponseNote groups={[unknown]} />,
        says: { lv: ['Vecāki'], en: ['Parents'] },
      },
    ],
  },
]
