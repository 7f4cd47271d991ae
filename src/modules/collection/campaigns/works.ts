import type { LocalText } from '#platform/texts/text.ts'
import type { BothTexts } from '../calls/both-texts.ts'
import { sayBoth } from '../calls/both-texts.ts'
import type { Option } from '../model.ts'
import type { LightCall } from './light-call.service.server.ts'

/** How far a work is. What is not needed is neither done nor missing. */
export const WORK_STATES = ['done', 'in_progress', 'planned', 'not_needed'] as const
export type WorkState = (typeof WORK_STATES)[number]

/** Works of an institution that is being made ready for a school year. */
export const SUMMER_WORKS = [
  'ventilation',
  'electricity',
  'roofs',
  'fences',
  'accessibility',
  'internet',
  'devices',
] as const

/** Columns of a list of works, and what its evidence is called. */
export const COLUMNS = { state: 'state', cost: 'cost', note: 'note' } as const
export const PHOTOS = ['photo_1', 'photo_2', 'photo_3'] as const
/** What of a key says that an element is the list itself. */
export const WORKS = 'works'

/** The works of the summer in both languages. */
export const summerWorks = (texts: BothTexts): Option[] =>
  SUMMER_WORKS.map((key) => ({ key, name: sayBoth(texts, `collection.campaigns.work.${key}`) }))

/** What a list of works asks: of each work how far it is, what it cost and what there is to say; and pictures of it. */
export function worksAsked(rows: readonly Option[], title: LocalText, texts: BothTexts): LightCall['asks'] {
  const column = (key: keyof typeof COLUMNS, kind: 'choice' | 'money' | 'text') => ({
    key,
    name: sayBoth(texts, `collection.campaigns.column.${key}`),
    kind,
    unit: kind === 'money' ? 'EUR' : null,
    choices:
      kind === 'choice'
        ? WORK_STATES.map((state) => ({
            key: state,
            name: sayBoth(texts, `collection.campaigns.state.${state}`),
          }))
        : [],
    computed: null,
  })
  const nothing = {
    unit: null,
    choices: [],
    computed: null,
    isMinimum: false,
    reason: sayBoth(texts, 'collection.campaigns.reason'),
    isAboutPeople: false,
    register: null,
  }
  return [
    {
      ...nothing,
      key: WORKS,
      name: title,
      help: sayBoth(texts, 'collection.campaigns.works.help'),
      kind: 'table',
      rows,
      columns: [column('state', 'choice'), column('cost', 'money'), column('note', 'text')],
      isRequired: false,
    },
    ...PHOTOS.map((key, place) => ({
      ...nothing,
      key,
      name: sayBoth(texts, 'collection.campaigns.photo', { number: place + 1 }),
      help: sayBoth(texts, 'collection.campaigns.photo.help'),
      kind: 'photo' as const,
      rows: [],
      columns: [],
      isRequired: false,
    })),
  ]
}
