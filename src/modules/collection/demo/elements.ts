import { PLAIN_ELEMENT } from '../definition.ts'
import type { CallElement, Element, Option, TableColumn } from '../model.ts'

const local = (lv: string, en: string) => ({ lv, en })
const option = (key: string, lv: string, en: string): Option => ({ key, name: local(lv, en) })
const column = (key: string, lv: string, en: string, more: Partial<TableColumn> = {}): TableColumn => ({
  ...option(key, lv, en),
  kind: 'count',
  unit: null,
  choices: [],
  computed: null,
  ...more,
})

type Described = Omit<Element, 'id'>

const element = (key: string, lv: string, en: string, more: Partial<Described> = {}): Described => ({
  key,
  name: local(lv, en),
  ...PLAIN_ELEMENT,
  ...more,
})

/** Groups of grades for which learners are counted. */
export const BANDS = [
  option('pirmsskola', 'Pirmsskolas grupas', 'Preschool groups'),
  option('1_3', '1.–3. klase', 'Grades 1–3'),
  option('4_6', '4.–6. klase', 'Grades 4–6'),
  option('7_9', '7.–9. klase', 'Grades 7–9'),
  option('10_12', '10.–12. klase', 'Grades 10–12'),
] as const

/** Works before a school year, as municipalities list them. */
export const WORKS = [
  option('ventilacija', 'Ventilācija', 'Ventilation'),
  option('elektriba', 'Elektroinstalācija', 'Electricity'),
  option('jumts', 'Jumts', 'Roof'),
  option('zogs', 'Žogs', 'Fence'),
  option('pieklustamiba', 'Piekļūstamība', 'Accessibility'),
  option('internets', 'Internets', 'Internet'),
  option('ierices', 'Ierīces', 'Devices'),
] as const

export const WORK_STATES = [
  option('done', 'Izdarīts', 'Done'),
  option('in_progress', 'Tiek darīts', 'In progress'),
  option('planned', 'Plānots', 'Planned'),
  option('not_needed', 'Nav vajadzīgs', 'Not needed'),
] as const

/** What the demonstration asks for. */
export const DEMO_ELEMENTS = [
  element('izglitojamie', 'Izglītojamie mācību gada sākumā', 'Learners at the beginning of the school year', {
    isAboutPeople: true,
    register: 'people.learners',
    help: local('Visi, kas uzņemti 1. septembrī.', 'All who were enrolled on 1 September.'),
  }),
  element('grupas', 'Izglītojamie pa klašu grupām', 'Learners by groups of grades', {
    kind: 'table',
    isAboutPeople: true,
    rows: [...BANDS],
    columns: [
      column('meitenes', 'Meitenes', 'Girls'),
      column('zeni', 'Zēni', 'Boys'),
      column('kopa', 'Kopā', 'Together', { computed: 'meitenes + zeni' }),
    ],
  }),
  element('pedagogi', 'Pedagogi', 'Teachers', { isAboutPeople: true, register: 'people.staff' }),
  element(
    'pilnveide',
    'Pedagogi, kuri gada laikā pilnveidojušies',
    'Teachers with professional development within the year',
    {
      kind: 'share',
      isAboutPeople: true,
      help: local(
        'Vismaz 12 stundas profesionālās pilnveides.',
        'At least 12 hours of professional development.',
      ),
    },
  ),
  element('atbalsts', 'Atbalsta personāls', 'Support staff', { isAboutPeople: true }),
  element('uzturesana', 'Iestādes uzturēšanai izlietots', 'Spent on running the institution', {
    kind: 'money',
    unit: 'EUR',
  }),
  element('evakuacija', 'Pēdējās evakuācijas mācības', 'Last evacuation drill', { kind: 'date' }),
  element(
    'internets',
    'Vai interneta ātrums mācībām pietiek',
    'Whether the internet is fast enough for teaching',
    {
      kind: 'choice',
      choices: [
        option('pietiek', 'Pietiek', 'Enough'),
        option('dazreiz', 'Dažreiz nepietiek', 'Sometimes not'),
        option('nepietiek', 'Nepietiek', 'Not enough'),
      ],
      isMinimum: false,
      reason: local('Vajadzīgs digitālās attīstības plānam.', 'Needed for the plan of digital development.'),
    },
  ),
  element('piezimes', 'Piezīmes', 'Remarks', {
    kind: 'text',
    isMinimum: false,
    reason: local('Lai iestāde varētu paskaidrot.', 'So that the institution can explain.'),
  }),
  element('vakances', 'Vakances, kas ilgst vairāk nekā mēnesi', 'Vacancies of more than a month'),
  element('darbi', 'Vasaras darbi', 'Summer works', {
    kind: 'table',
    isMinimum: false,
    reason: local(
      'Vajadzīgs, lai mācību gadu sāktu drošās ēkās.',
      'Needed to begin the school year in safe buildings.',
    ),
    rows: [...WORKS],
    columns: [
      column('state', 'Stāvoklis', 'State', { kind: 'choice', choices: [...WORK_STATES] }),
      column('cost', 'Izmaksas', 'Cost', { kind: 'money', unit: 'EUR' }),
    ],
  }),
  element(
    'telefoni',
    'Vai telefonus stundās aizliegt visās iestādēs vienādi',
    'Whether telephones should be banned in lessons alike everywhere',
    {
      kind: 'choice',
      choices: [
        option('par', 'Par', 'For'),
        option('pret', 'Pret', 'Against'),
        option('nav_viedokla', 'Nav viedokļa', 'No view'),
      ],
      isMinimum: false,
      reason: local('Iestāžu viedoklis pirms lēmuma.', 'The institutions’ view before a decision.'),
    },
  ),
] as const

/** Elements of a call in their order, those named here need not be answered. */
export function asked(
  ids: ReadonlyMap<string, string>,
  keys: readonly string[],
  optional: readonly string[] = [],
): CallElement[] {
  return keys.map((key, position) => {
    const one = DEMO_ELEMENTS.find((element) => element.key === key)
    const elementId = ids.get(key)
    if (!one || !elementId) throw new RangeError(`asked: ${key} is no element of the demonstration`)
    return { ...one, elementId, position, section: null, isRequired: !optional.includes(key), reuse: null }
  })
}
