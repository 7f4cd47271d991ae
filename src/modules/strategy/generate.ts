import type { Random } from '#platform/generate/random.ts'
import { type Generates, invented, type SheetRow, schoolYear } from '#platform/generate/world.ts'
import { generateAttached } from './accountability/generate.ts'

const GOALS = [
  ['Vieta pirmsskolā katram bērnam', 'A preschool place for every child'],
  ['Kvalitatīva vispārējā izglītība', 'General education of quality'],
  ['Profesionāli pedagogi', 'Professional teachers'],
  ['Izglītība visa mūža garumā', 'Education throughout life'],
] as const

const DIRECTIONS = [
  ['Pieejamība', 'Access'],
  ['Kvalitāte', 'Quality'],
] as const

const ACTIONS = [
  ['Izvērtēt esošo kārtību un vajadzības', 'Review how things stand and what is needed'],
  ['Sagatavot un saskaņot rīcības kārtību', 'Prepare and agree on how to act'],
  ['Ieviest jauninājumu visās iestādēs', 'Introduce the novelty at all institutions'],
  ['Apkopot rezultātus un pieredzi', 'Summarise results and experience'],
] as const

/** So many of a hundred are in each state in the last year. */
const STATUSES = [
  ['implemented', 35],
  ['inProgress', 35],
  ['partial', 12],
  ['deferred', 8],
  ['notStarted', 10],
] as const

/** A strategy of four goals, its actions and how they stood, two years by turns. */
export const generateStrategy: NonNullable<Generates['sheets']> = (world, random) => {
  const last = world.years.at(-1) ?? 0
  const dates = { starts_on: `${last - 3}-01-01`, ends_on: `${last + 2}-12-31` }
  const goals = GOALS.map(
    ([lv, en], index): SheetRow => ({
      code: `M${index + 1}`,
      position: String(index + 1),
      title_lv: lv,
      title_en: en,
      ...invented,
    }),
  )
  const directions = goals.flatMap(({ code = '' }, goal) =>
    DIRECTIONS.map(
      ([lv, en], index): SheetRow => ({
        code: `${goal + 1}.${index + 1}`,
        position: String(index + 1),
        goal: code,
        title_lv: lv,
        title_en: en,
        ...invented,
      }),
    ),
  )
  const actions = directions.flatMap(({ code = '' }) =>
    ACTIONS.map(
      ([lv, en], index): SheetRow => ({
        code: `${code}.${index + 1}`,
        position: String(index + 1),
        direction: code,
        title_lv: lv,
        title_en: en,
        responsible: 'Izglītības pārvalde',
        due_on: `${last + random.whole(0, 2)}-06-30`,
        ...invented,
      }),
    ),
  )
  return {
    strategy: [
      {
        title_lv: `Izdomāta izglītības stratēģija ${last - 3}–${last + 2}`,
        title_en: `Generated education strategy ${last - 3}–${last + 2}`,
        version: 'draft',
        ...dates,
        vision_lv: 'Katrs mācās, un katram izdodas.',
        vision_en: 'Everybody learns, and everybody succeeds.',
        ...invented,
      },
    ],
    goals,
    directions,
    actions,
    actionStatus: actions.map(({ code = '' }) => statusRow(code, last, random)),
    ...generateAttached(actions, last, random),
  }
}

function statusRow(action: string, year: number, random: Random): SheetRow {
  const status = statusOf(random.whole(1, 100))
  const why = { comment_lv: 'Trūkst līdzekļu', comment_en: 'Funds are lacking' }
  return {
    action,
    as_of: schoolYear(year),
    status,
    ...(status === 'deferred' ? why : {}),
    ...invented,
  }
}

function statusOf(hundredth: number): string {
  let upTo = 0
  for (const [status, share] of STATUSES) {
    upTo += share
    if (hundredth <= upTo) return status
  }
  throw new RangeError('statusOf: beyond all')
}
