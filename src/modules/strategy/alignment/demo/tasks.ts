import type { WrittenItem } from '../item-columns.ts'

/** A task of the demonstration; its days are of the plan's first year. */
export type DemoTask = Partial<WrittenItem> & Pick<WrittenItem, 'task'>

const SUPPORT = 'Iekļaujoša izglītība'
const TEACHERS = 'Pedagogu atbalsts'
const QUALITY = 'Izglītības kvalitāte'

/** The department's plan of this year. Everything is invented. */
export const departmentTasks = (year: number): DemoTask[] => [
  {
    goal: SUPPORT,
    task: 'Izstrādāt vienotu atbalsta kārtību bērniem ar speciālām vajadzībām',
    startsOn: `${year}-01-15`,
    dueOn: `${year}-05-30`,
    responsible: 'Izglītības pārvaldes speciāliste iekļaujošās izglītības jautājumos',
    expected: 'Apstiprināta kārtība visām iestādēm',
    actions: ['1.1.3', '1.2.2'],
    progress: 'done',
    achieved: 'Kārtība apstiprināta un izsūtīta iestādēm.',
  },
  {
    goal: SUPPORT,
    task: 'Organizēt pedagogu mācības par mobinga mazināšanu skolās',
    startsOn: `${year}-02-01`,
    dueOn: `${year}-11-30`,
    responsible: 'Metodiskais centrs',
    expected: 'Mācībās piedalās pārstāvji no katras iestādes',
    actions: ['1.2.4'],
    progress: 'inProgress',
  },
  {
    goal: TEACHERS,
    task: 'Nodrošināt supervīzijas pedagogiem, kuri to lūdz',
    startsOn: `${year}-01-01`,
    dueOn: `${year}-12-31`,
    responsible: 'Izglītības pārvaldes psiholoģe',
    expected: 'Supervīzijas pieejamas katru mēnesi',
    actions: ['1.3.2'],
    progress: 'inProgress',
  },
  {
    goal: TEACHERS,
    task: 'Sarīkot mentoru pieredzes dienu',
    dueOn: `${year}-10-15`,
    responsible: 'Metodiskais centrs',
    actions: ['3.1.4'],
    progress: 'notDone',
    achieved: 'Pārcelta uz nākamo gadu, jo nebija lektora.',
  },
  {
    goal: QUALITY,
    task: 'Apkopot izglītības kvalitātes monitoringa datus un pārrunāt tos ar iestādēm',
    startsOn: `${year}-03-01`,
    dueOn: `${year}-06-30`,
    responsible: 'Datu analītiķe',
    expected: 'Katra iestāde saņem savu datu kopsavilkumu',
    actions: ['4.2.1'],
    progress: 'done',
    achieved: 'Kopsavilkumi nosūtīti jūnijā.',
  },
  {
    goal: QUALITY,
    task: 'Pārcelt pārvaldes arhīvu uz jaunajām telpām',
    dueOn: `${year}-08-31`,
    responsible: 'Lietvede',
    ownNeed: 'Telpu nomas līgums beidzas; ar stratēģijas darbībām nav saistīts.',
    progress: 'done',
  },
]

/** The department's draft of the next year: one of its tasks nobody has aligned yet. */
export const nextYearTasks = (year: number): DemoTask[] => [
  {
    goal: QUALITY,
    task: 'Konsultēt iestādes attīstības plānu sagatavošanā',
    startsOn: `${year}-01-10`,
    dueOn: `${year}-03-31`,
    responsible: 'Izglītības pārvaldes speciālisti',
    actions: ['3.2.8'],
  },
  { goal: TEACHERS, task: 'Izveidot pedagogu atzinības pasākumu kalendāru', dueOn: `${year}-02-28` },
]

/** What institutions plan, one after another; a task of the first and of the department may be the same. */
export const institutionTasks = (year: number): DemoTask[][] => [
  [
    {
      goal: 'Droša un labvēlīga vide',
      task: 'Organizēt pedagogu mācības par mobinga mazināšanu skolā',
      startsOn: `${year}-02-01`,
      dueOn: `${year}-11-30`,
      responsible: 'Direktora vietniece audzināšanas darbā',
      expected: 'Mācībās piedalās visi klašu audzinātāji',
      actions: ['1.2.4'],
    },
    {
      goal: 'Jēgpilnas mācības',
      task: 'Ieviest savstarpēju stundu vērošanu visās jomās',
      startsOn: `${year}-09-01`,
      dueOn: `${year + 1}-05-31`,
      responsible: 'Mācību jomu koordinatori',
      expected: 'Katrs pedagogs vēro un saņem atgriezenisko saiti divreiz gadā',
      actions: ['3.1.2'],
    },
    {
      goal: 'Jēgpilnas mācības',
      task: 'Atjaunot skolas bibliotēkas lasītavu',
      dueOn: `${year}-08-25`,
      responsible: 'Bibliotekāre',
      ownNeed: 'Lasītavas mēbeles ir nolietotas; stratēģijā tādas darbības nav.',
    },
  ],
  [
    {
      goal: 'Interešu izglītība katram',
      task: 'Piedāvāt pulciņus arī bērniem ar speciālām vajadzībām',
      startsOn: `${year}-09-01`,
      dueOn: `${year + 1}-05-31`,
      responsible: 'Direktores vietniece',
      expected: 'Vismaz trīs pieejami pulciņi',
      actions: ['2.2.3'],
    },
    {
      goal: 'Vide',
      task: 'Nomainīt skatuves grīdu',
      dueOn: `${year}-07-31`,
      responsible: 'Saimniecības daļas vadītājs',
      ownNeed: 'Grīda ir bojāta; stratēģijā tādas darbības nav.',
    },
  ],
  [
    {
      goal: 'Iekļaujoša izglītība',
      task: 'Iekārtot atbalsta telpu bērniem ar uzvedības grūtībām',
      startsOn: `${year}-03-01`,
      dueOn: `${year}-12-01`,
      responsible: 'Sociālais pedagogs',
      expected: 'Telpa pieejama katru dienu',
      actions: ['1.1.3'],
    },
    {
      goal: 'Iekļaujoša izglītība',
      task: 'Pielāgot ieeju bērniem ratiņkrēslā',
      dueOn: `${year}-09-01`,
      responsible: 'Saimniecības daļas vadītājs',
      actions: ['1.1.6'],
    },
  ],
]

/** A task of which its institution has not said yet what it is for. */
export const unsaidTask: DemoTask = { task: 'Sagatavot skolas jubilejas grāmatu' }

/** What the department and the institution have said in the consultation. */
export const WORDS = {
  toReturn: 'Lūdzu, pasakiet, kurai stratēģijas darbībai kalpo pēdējais uzdevums.',
  comment: 'Šādas mācības rīko arī pārvalde: vai varat pievienoties, nevis rīkot atsevišķi?',
  question: 'No kādiem līdzekļiem telpa tiks iekārtota?',
  answer: 'No iestādes budžeta; papildu līdzekļi nav vajadzīgi.',
  agreedBy: 'Izglītības pārvaldes vadītāja',
} as const
