/** What an invented municipality measures. Levels are where its figures begin, before what chance adds. */
export type Invented = {
  lv: string
  en: string
  unit: 'percent' | 'count'
  direction: 'up' | 'down'
  /** Number of the goal that it belongs to, from 1. */
  goal: number
  level: number
  /** What a year adds, in the unit. */
  trend: number
  /** How far a year strays from that, in the unit. */
  noise: number
  low: number
  high: number
}

const share = { unit: 'percent', low: 0, high: 100 } as const

export const CATALOGUE: readonly Invented[] = [
  {
    lv: 'Pusotra līdz sešus gadus veco bērnu daļa, kuri apmeklē pirmsskolu',
    en: 'Children aged one and a half to six who attend preschool',
    direction: 'up',
    goal: 1,
    level: 84,
    trend: 0.8,
    noise: 1,
    ...share,
  },
  {
    lv: 'Bērni, kuri gaida vietu pirmsskolā',
    en: 'Children waiting for a place in preschool',
    unit: 'count',
    direction: 'down',
    goal: 1,
    level: 180,
    trend: -11,
    noise: 14,
    low: 0,
    high: 1000,
  },
  {
    lv: 'Pamatskolas absolventu daļa, kuri turpina mācības',
    en: 'Basic school leavers who go on learning',
    direction: 'up',
    goal: 2,
    level: 95,
    trend: 0.2,
    noise: 0.7,
    ...share,
  },
  {
    lv: 'Vidējais rezultāts centralizētajā eksāmenā matemātikā',
    en: 'Mean result in the national examination in mathematics',
    direction: 'up',
    goal: 2,
    level: 38,
    trend: 0.6,
    noise: 2.4,
    ...share,
  },
  {
    lv: 'Vidējais rezultāts centralizētajā eksāmenā latviešu valodā',
    en: 'Mean result in the national examination in Latvian',
    direction: 'up',
    goal: 2,
    level: 51,
    trend: 0.3,
    noise: 1.8,
    ...share,
  },
  {
    lv: 'Pirmsskolas un skolas pedagogu daļa, kuri gadā pilnveidojuši prasmes',
    en: 'Teachers who had professional development in the year',
    direction: 'up',
    goal: 3,
    level: 66,
    trend: 1.7,
    noise: 2,
    ...share,
  },
  {
    lv: 'Brīvās pedagogu vietas 1. septembrī',
    en: 'Teaching posts vacant on 1 September',
    unit: 'count',
    direction: 'down',
    goal: 3,
    level: 24,
    trend: 0.9,
    noise: 3,
    low: 0,
    high: 200,
  },
  {
    lv: 'Izglītojamo daļa, kuri piedalās interešu izglītībā',
    en: 'Learners who take part in interest education',
    direction: 'up',
    goal: 4,
    level: 58,
    trend: 1,
    noise: 1.5,
    ...share,
  },
  {
    lv: 'Izglītojamo daļa, kuri gadā neattaisnoti kavējuši vairāk nekā 20 stundu',
    en: 'Learners absent without excuse for more than 20 lessons in the year',
    direction: 'down',
    goal: 4,
    level: 9,
    trend: -0.2,
    noise: 0.8,
    ...share,
  },
  {
    lv: 'Pieaugušo daļa, kuri pēdējās četrās nedēļās mācījušies',
    en: 'Adults who learned in the last four weeks',
    direction: 'up',
    goal: 4,
    level: 7,
    trend: 0.4,
    noise: 0.6,
    ...share,
  },
]
