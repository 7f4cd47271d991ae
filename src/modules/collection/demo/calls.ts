import { addDays, startOfDay } from '#platform/rights/day.ts'
import type { Audience, CallKind, CallState, Check, DataCall } from '../model.ts'

const local = (lv: string, en: string) => ({ lv, en })
const EVERYBODY: Audience = {
  types: ['preschool', 'basicSchool', 'secondarySchool', 'stateGymnasium', 'developmentCentre'],
  institutions: [],
  places: [],
}

const check = (position: number, one: Omit<Check, 'position'>): Check => ({ ...one, position })

const YEARLY_CHECKS: readonly Check[] = [
  check(0, {
    key: 'kopskaits',
    expression: 'izglitojamie = sum(grupas.kopa)',
    severity: 'hard',
    message: local(
      'Izglītojamo kopskaits nesakrīt ar klašu grupu summu.',
      'The number of learners is not the sum of the groups of grades.',
    ),
  }),
  check(1, {
    key: 'pedagogu_skaits',
    expression: 'denominator(pilnveide) = pedagogi',
    severity: 'hard',
    message: local(
      'Pilnveides īpatsvara saucējs nav pedagogu skaits.',
      'The share with professional development is not out of all teachers.',
    ),
  }),
  check(2, {
    key: 'pret_pern',
    expression: 'abs(izglitojamie - last(izglitojamie)) <= 0.2 * last(izglitojamie)',
    severity: 'soft',
    message: local(
      'Izglītojamo skaits gada laikā mainījies par vairāk nekā piektdaļu. Kāpēc?',
      'The number of learners has changed by more than a fifth within a year. Why?',
    ),
  }),
  check(3, {
    key: 'izmaksas_pret_citiem',
    expression: 'abs(peers_z(uzturesana)) <= 3.5',
    severity: 'soft',
    message: local(
      'Uzturēšanas izmaksas krasi atšķiras no citām iestādēm. Kāpēc?',
      'The running costs differ strongly from those of other institutions. Why?',
    ),
  }),
]

const YEARLY = {
  kind: 'call',
  purpose: local(
    'Zināt, cik izglītojamo un pedagogu ir katrā iestādē un ko iestādes uzturēšana prasa.',
    'To know how many learners and teachers each institution has and what running it takes.',
  ),
  legalBasis: local('Izglītības likuma 18. pants', 'Education Law, section 18'),
  use: local(
    'No atbildēm aprēķina stratēģijas rādītājus un pašvaldības gada pārskatu; iestāde redz savu skaitļu gaitu un salīdzinājumu.',
    'Indicators of the strategy and the yearly report are computed from the answers; the institution sees its own course and a comparison.',
  ),
  minutes: 60,
  elements: [
    'izglitojamie',
    'grupas',
    'pedagogi',
    'pilnveide',
    'atbalsts',
    'uzturesana',
    'evakuacija',
    'internets',
    'piezimes',
  ],
  optional: ['piezimes'],
  checks: YEARLY_CHECKS,
} as const

/** How far answers of a call have come. */
export type DemoAnswers = 'all' | 'mixed' | 'most' | 'nearlyAll' | 'none'

/** A call of the demonstration; days are counted from the day on which it is made. */
export type DemoCall = {
  key: string
  kind: CallKind
  state: CallState
  title: DataCall['title']
  purpose: DataCall['purpose']
  legalBasis: DataCall['legalBasis']
  use: DataCall['use']
  period: string
  /** First day, last day in time, and the first on which nothing is taken any more. */
  days: readonly [opens: number, due: number, locks: number]
  minutes: number
  elements: readonly string[]
  optional: readonly string[]
  checks: readonly Check[]
  answers: DemoAnswers
}

/** One call in each state, from one that is prepared to one that is closed, with a year before for comparison. */
export function demoCalls(schoolYear: number): DemoCall[] {
  const year = (start: number) => `${start}/${start + 1}`
  const opinion = {
    purpose: local(
      'Uzzināt iestāžu viedokli pirms domes lēmuma.',
      'To learn the institutions’ view before the council decides.',
    ),
    legalBasis: local('Pašvaldību likuma 52. pants', 'Law on Local Governments, section 52'),
    use: local(
      'Rezultātu nodos Izglītības komisijai un publicēs.',
      'The result goes to the education committee and is published.',
    ),
  }
  return [
    {
      ...YEARLY,
      key: 'gada-dati-1',
      state: 'open',
      title: local('Iestādes gada dati', 'Yearly figures of institutions'),
      period: year(schoolYear - 2),
      days: [-780, -750, -720],
      answers: 'all',
    },
    {
      ...YEARLY,
      key: 'gada-dati-2',
      state: 'open',
      title: local('Iestādes gada dati', 'Yearly figures of institutions'),
      period: year(schoolYear - 1),
      days: [-420, -390, -360],
      answers: 'all',
    },
    {
      ...YEARLY,
      key: 'gada-dati-3',
      state: 'open',
      title: local('Iestādes gada dati', 'Yearly figures of institutions'),
      period: year(schoolYear),
      days: [-20, 10, 40],
      answers: 'mixed',
    },
    {
      ...YEARLY,
      key: 'vakances',
      state: 'open',
      title: local('Ilgstošās vakances', 'Long vacancies'),
      purpose: local('Zināt, kur pedagogu trūkst.', 'To know where teachers are lacking.'),
      use: local(
        'Pārvalde plāno atbalstu pedagogu piesaistei.',
        'The department plans support for attracting teachers.',
      ),
      period: year(schoolYear),
      days: [-17, -3, 11],
      minutes: 10,
      elements: ['pedagogi', 'vakances', 'piezimes'],
      checks: [],
      answers: 'most',
    },
    {
      ...YEARLY,
      key: 'pedagogu-vajadziba',
      state: 'open',
      title: local('Pedagogu vajadzība nākamajā gadā', 'Teachers needed next year'),
      purpose: local('Zināt, cik pedagogu būs vajadzīgs.', 'To know how many teachers will be needed.'),
      use: local(
        'Pārvalde plāno vietas un atbalstu jaunajiem pedagogiem.',
        'The department plans places and support for new teachers.',
      ),
      period: year(schoolYear + 1),
      days: [-5, 12, 20],
      minutes: 10,
      elements: ['pedagogi', 'vakances', 'piezimes'],
      checks: [],
      answers: 'most',
    },
    {
      ...YEARLY,
      key: 'izdevumi',
      state: 'open',
      title: local('Izdevumi trešajā ceturksnī', 'Expenses of the third quarter'),
      period: `${schoolYear}-Q3`,
      days: [-25, 5, 15],
      minutes: 15,
      elements: ['pedagogi', 'uzturesana', 'piezimes'],
      checks: [
        check(0, {
          key: 'ir_izdevumi',
          expression: 'uzturesana > 0',
          severity: 'hard',
          message: local(
            'Iestādei bez izdevumiem nebūtu ar ko strādāt: izlietotajam jābūt lielākam par nulli.',
            'An institution without expenses would have nothing to work with: what was spent must be above zero.',
          ),
        }),
      ],
      answers: 'nearlyAll',
    },
    {
      ...YEARLY,
      key: 'vasaras-darbi',
      kind: 'campaign',
      state: 'open',
      title: local('Gatavība jaunajam mācību gadam', 'Readiness for the new school year'),
      purpose: local(
        'Laikus pamanīt, kas ēkās jāpaveic līdz 1. septembrim.',
        'To see in time what is to be done in buildings by 1 September.',
      ),
      use: local('Pārvalde saskaņo darbus un līdzekļus.', 'The department coordinates works and money.'),
      period: String(schoolYear + 1),
      days: [-8, 20, 60],
      minutes: 20,
      elements: ['darbi', 'piezimes'],
      checks: [],
      answers: 'most',
    },
    {
      ...opinion,
      key: 'telefoni',
      kind: 'poll',
      state: 'open',
      title: local('Telefoni stundās', 'Telephones in lessons'),
      period: year(schoolYear),
      days: [-30, -10, -9],
      minutes: 2,
      elements: ['telefoni'],
      optional: [],
      checks: [],
      answers: 'all',
    },
    {
      ...YEARLY,
      key: 'finansejums',
      state: 'open',
      title: local('Finansējuma plāns', 'Financial plan'),
      period: String(schoolYear + 1),
      days: [14, 44, 60],
      minutes: 45,
      elements: ['uzturesana', 'piezimes'],
      checks: [],
      answers: 'none',
    },
    {
      ...YEARLY,
      key: 'interesu-izglitiba',
      state: 'draft',
      title: local('Interešu izglītības piedāvājums', 'Interest education on offer'),
      period: year(schoolYear),
      days: [30, 60, 90],
      minutes: 30,
      elements: ['izglitojamie', 'piezimes'],
      checks: [],
      answers: 'none',
    },
    {
      ...YEARLY,
      key: 'ventilacija',
      state: 'withdrawn',
      title: local('Ventilācijas apsekojums', 'Survey of ventilation'),
      period: year(schoolYear),
      days: [-60, -40, -30],
      minutes: 15,
      elements: ['internets', 'piezimes'],
      checks: [],
      answers: 'none',
    },
  ]
}

/** The dates of a call as instants: it begins with a day and ends with the last minute of one. */
export function momentsOf({ days: [opens, due, locks] }: Pick<DemoCall, 'days'>, today: string) {
  const minute = 60_000
  return {
    opensAt: startOfDay(addDays(today, opens)),
    dueAt: new Date(startOfDay(addDays(today, due + 1)).getTime() - minute),
    locksAt: startOfDay(addDays(today, locks + 1)),
  }
}

/** The yearly figures are asked by a template of the country. */
export const isNational = ({ key }: Pick<DemoCall, 'key'>): boolean => key.startsWith('gada-dati-')

/** Whom the calls of the demonstration ask. */
export const DEMO_AUDIENCE = EVERYBODY
