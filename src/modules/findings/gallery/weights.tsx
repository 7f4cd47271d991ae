import type { GalleryPart } from '#platform/gallery/part.ts'
import { SEVERITIES } from '../model.ts'
import { SeverityChip } from '../parts/severity-chip.tsx'
import { StateWords } from '../parts/state-words.tsx'

const SAID = {
  contradiction: { lv: ['pretruna'], en: ['contradiction'] },
  obstacle: { lv: ['nevar'], en: ['cannot'] },
  notice: { lv: ['piezīme'], en: ['note'] },
} as const

export const findingGallery: readonly GalleryPart[] = [
  {
    name: 'SeverityChip',
    about: { lv: 'Cik svarīgs ir konstatējums.', en: 'How much a finding weighs.' },
    examples: SEVERITIES.map((severity) => ({
      state: { lv: SAID[severity].lv[0], en: SAID[severity].en[0] },
      shows: <SeverityChip severity={severity} />,
      says: SAID[severity],
    })),
  },
  {
    name: 'StateWords',
    about: { lv: 'Kas ar konstatējumiem ir noticis.', en: 'What has become of findings.' },
    examples: [
      {
        state: { lv: 'daži ir paskaidroti', en: 'some are explained' },
        shows: <StateWords counts={{ open: 7, explained: 2, accepted: 1, fixed: 0, closed: 0 }} />,
        says: { lv: ['2', '1', '7'], en: ['2', '1', '7'] },
      },
      {
        state: { lv: 'neviens vēl nav aplūkots', en: 'none has been looked at' },
        shows: <StateWords counts={{ open: 7, explained: 0, accepted: 0, fixed: 0, closed: 0 }} />,
        says: { lv: [], en: [] },
        isEmpty: true,
      },
    ],
  },
]
