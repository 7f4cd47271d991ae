import type { Random } from '#platform/generate/random.ts'
import { invented, type SheetRow } from '#platform/generate/world.ts'

const PARTIES = [
  ['Īpašumu pārvalde', 'Property department', 'sagatavo telpas', 'prepares the rooms'],
  ['Jaunatnes centrs', 'Youth centre', 'iesaista jauniešus', 'involves young people'],
] as const

const FUNDS = ['municipality', 'state', 'europeanUnion'] as const

/** So many of a hundred actions state their money, and of so many lines the sum is known. */
const FUNDED = 70
const KNOWN = 85

/** Who takes part in invented actions, by when, and with what money; some of it is not known, as everywhere. */
export function generateAttached(actions: readonly SheetRow[], year: number, random: Random) {
  return {
    actionParties: actions.map(({ code: action = '' }): SheetRow => {
      const [name_lv, name_en, part_lv, part_en] = PARTIES[random.whole(0, 1)] ?? PARTIES[0]
      return { action, code: 'd1', name_lv, name_en, part_lv, part_en, ...invented }
    }),
    actionMilestones: actions.map(
      ({ code: action = '' }): SheetRow => ({
        action,
        code: 's1',
        kind: 'milestone',
        title_lv: 'Saskaņots ieviešanas plāns',
        title_en: 'A plan of how to proceed is agreed',
        due_on: `${year + random.whole(-1, 1)}-03-31`,
        ...invented,
      }),
    ),
    actionFunding: actions
      .filter(() => random.whole(1, 100) <= FUNDED)
      .map(({ code: action = '' }): SheetRow => {
        const planned = random.whole(1, 100) <= KNOWN ? { planned: String(random.whole(2, 200) * 500) } : {}
        const fund = FUNDS[random.whole(0, FUNDS.length - 1)] ?? 'municipality'
        return { action, code: 'f1', fund, year: String(year), ...planned, ...invented }
      }),
  }
}
