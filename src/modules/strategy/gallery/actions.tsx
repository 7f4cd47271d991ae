import type { GalleryExample, GalleryPart } from '#platform/gallery/part.ts'
import { IMPLEMENTATION_STATUSES, type ImplementationStatus } from '../model.ts'
import { OrUnknown } from '../parts/or-unknown.tsx'
import { OverdueMark } from '../parts/overdue-mark.tsx'
import { StatusChip } from '../parts/status-chip.tsx'
import { anAction, aReport } from '../testing.ts'

const TODAY = '2026-03-01'

const SAID: Readonly<Record<ImplementationStatus, { lv: readonly [string]; en: readonly [string] }>> = {
  implemented: { lv: ['īstenota'], en: ['implemented'] },
  inProgress: { lv: ['tiek īstenota'], en: ['in progress'] },
  partial: { lv: ['daļēji īstenota'], en: ['partly'] },
  deferred: { lv: ['atlikta'], en: ['deferred'] },
  notStarted: { lv: ['nav sākta'], en: ['not started'] },
}

const statuses = IMPLEMENTATION_STATUSES.map(
  (status): GalleryExample => ({
    state: { lv: SAID[status].lv[0], en: SAID[status].en[0] },
    shows: <StatusChip status={status} />,
    says: SAID[status],
  }),
)

/** An action that is due on a day, with what was reported last. */
const overdue = (dueOn: string | null, status?: ImplementationStatus) => (
  <p>
    <OverdueMark
      today={TODAY}
      isDayShown
      action={anAction({ dueOn, history: status ? [aReport({ status })] : [] })}
    />
  </p>
)
const mark = { lv: ['termiņš nokavēts'], en: ['overdue'] } as const
const noMark = { says: { lv: [], en: [] }, isEmpty: true } as const

export const strategyGallery: readonly GalleryPart[] = [
  {
    name: 'StatusChip',
    about: { lv: 'Cik tālu darbība ir tikusi.', en: 'How far an action has come.' },
    examples: [
      ...statuses,
      {
        state: { lv: 'neviens nav ziņojis', en: 'nobody has reported' },
        shows: <StatusChip status={undefined} />,
        says: { lv: ['nav ziņ'], en: ['report'] },
        neverSays: ['nav uzsākta', 'not started'],
      },
    ],
  },
  {
    name: 'OverdueMark',
    about: { lv: 'Vai darbības termiņš ir nokavēts.', en: 'Whether an action is overdue.' },
    examples: [
      {
        state: { lv: 'termiņš pagājis', en: 'its day is over' },
        shows: overdue('2025-12-31', 'inProgress'),
        says: mark,
      },
      {
        state: { lv: 'termiņš pagājis, ziņots nav', en: 'its day is over, and nobody has reported' },
        shows: overdue('2025-12-31'),
        says: mark,
      },
      {
        state: { lv: 'laikus īstenota', en: 'implemented' },
        shows: overdue('2025-12-31', 'implemented'),
        ...noMark,
      },
      {
        state: { lv: 'termiņš vēl nav pienācis', en: 'its day is to come' },
        shows: overdue('2026-12-31', 'inProgress'),
        ...noMark,
      },
      { state: { lv: 'termiņš nav zināms', en: 'its day is not known' }, shows: overdue(null), ...noMark },
    ],
  },
  {
    name: 'OrUnknown',
    about: { lv: 'Kas nav norādīts, to saka vārdos.', en: 'What is not stated is said in words.' },
    examples: (['masculine', 'feminine', 'plural'] as const).map((form) => ({
      state: { lv: `nav norādīts (${form})`, en: `not stated (${form})` },
      shows: <OrUnknown form={form}>{null}</OrUnknown>,
      says: { lv: ['nav norādīt'], en: ['not stated'] },
    })),
  },
]
