import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Demonstrates } from '#platform/demo.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { insertMark, OWN_DUTIES } from './duty-store.server.ts'
import { readDuties } from './read-duties.server.ts'

const BASIS = {
  basis_lv: 'Koncepcijas ieviešanas uzraudzības kārtība, kā to pārstāsta izvērtējuma ziņojums',
  basis_en: 'Rules for supervising the strategy, as the evaluation report retells them',
} as const

/** What the strategy of the demonstration's municipality asks for; the evaluation says that neither was done. */
const OWN = [
  {
    kind: 'yearlyReport',
    name_lv: 'Gada pārskats par koncepcijas īstenošanu',
    name_en: 'Yearly report on the implementation of the strategy',
    asks_lv:
      'Pārskatu pa mērķiem, rīcības virzieniem un darbībām sagatavo un iepazīstina ar to Izglītības komisiju; tas ir pamats rīcības plāna aktualizēšanai. Dienu dokuments nenosauc: 31. marts ir izdomāts paraugam.',
    asks_en:
      'The report by goals, directions and actions is prepared and presented to the Education Committee; it is the ground for bringing the action plan up to date. The document names no day: 31 March is invented for the demonstration.',
    rhythm: 'yearly',
    due: '03-31',
    about: 'year',
    valid_from: '2021-12-16',
  },
  {
    kind: 'midTermUpdate',
    name_lv: 'Koncepcijas aktualizēšana perioda vidū',
    name_en: 'Mid-term update of the strategy',
    asks_lv:
      'Koncepcijas aktualizēšanu bija ieteicams veikt 2023. gadā, nemainot stratēģiskos uzstādījumus, bet pārskatot un papildinot darbības.',
    asks_en:
      'It was recommended to bring the strategy up to date in 2023, leaving its strategic statements as they are and reviewing and adding actions.',
    rhythm: 'once',
    due: '2023-12-31',
    about: null,
    valid_from: '2021-12-16',
  },
] as const

/** Every third institution of the demonstration has not marked its self-assessment. */
const SILENT = 3

/** Invents the municipality's own duties, and institutions that have assessed themselves and such that have not. */
export const inventDuties: Demonstrates = async ({ db, municipalityId, plan, now }) => {
  const keeper = operator(municipalityId)
  const within = { municipalityId }
  const today = municipalDay(now)
  const times = await readAs(db, keeper, (tx) => readDuties(tx, municipalityId, today), within)
  const assessed = times.find(({ rule, dueOn }) => rule.kind === 'selfAssessment' && (dueOn ?? today) < today)
  const link = `/${plan.replace(/-\d.*$/, '')}/strategija`
  const intent = {
    municipalityId,
    stream: 'plan',
    origin: 'command',
    action: 'demo.invented',
    subject: 'duties',
    isPublic: true,
    at: now,
  } as const
  await inChange(
    db,
    keeper,
    intent,
    async (tx, change) => {
      const rows = OWN.map((own) => ({
        ...own,
        ...BASIS,
        id: uuidv7(),
        performer: 'municipality' as const,
        link,
        valid_to: null,
        account_id: null,
      }))
      await revise(tx, change, OWN_DUTIES, rows)
      const done = (assessed?.institutions ?? []).filter((_, place) => place % SILENT !== 0)
      for (const { id } of done)
        await insertMark(tx, change, {
          id: uuidv7(),
          institutionId: id,
          duty: assessed?.rule.key ?? '',
          period: assessed?.period ?? '',
          kind: 'done',
          doneOn: assessed?.dueOn ?? today,
          note: 'Paraugs: publiskā daļa iestādes tīmekļvietnē.',
          link: null,
          file: null,
          accountId: keeper.id,
        })
    },
    within,
  )
}
