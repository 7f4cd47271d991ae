import { type AboutInstitution, type AskedInstitution, writesOfType } from '#modules/registry'
import type { LocalText } from '#platform/texts/text.ts'
import { findAttached } from './accountability/attached-store.server.ts'
import { currentReport, standingActionsOf } from './model.ts'
import { findCurrentStrategy, getStrategyTree } from './store.server.ts'
import { actionAddress, strategyAddress } from './subjects.ts'

/** Actions and programmes of the current plan that name an institution, and those that name its type. */
export const aboutInstitution: AboutInstitution = {
  find: async (tx, asked) => {
    const { municipalityId, key, type, speech } = asked
    const current = await findCurrentStrategy(tx, municipalityId)
    const tree = current && (await getStrategyTree(tx, municipalityId, current.id))
    if (!current || !tree)
      return [{ title: 'strategy.aboutInstitution', absent: 'strategy.aboutInstitution.none' }]
    const { parties, works } = await findAttached(tx, { municipalityId, strategyId: current.id })
    const takesPart = new Set(
      [...parties, ...works].filter(({ institution }) => institution === key).map(({ action }) => action),
    )
    const all = [
      ...standingActionsOf(tree).map((action) => ({
        address: actionAddress(action.code),
        name: `${action.code} ${speech.local(action.title)}`,
        words: [action.title, action.short, action.deliverable],
        told: [currentReport(action)?.comment ?? null, alike(action.responsible), alike(action.involved)],
        isNamed: takesPart.has(action.code),
      })),
      ...tree.programmes.map((programme) => ({
        address: strategyAddress({ part: 'programme', code: programme.code }),
        name: speech.local(programme.title),
        words: [programme.title],
        told: [programme.aim, programme.progress],
        isNamed: false,
      })),
    ]
    const isNamed = (one: (typeof all)[number]) => one.isNamed || names([...one.words, ...one.told], asked)
    const isOfType = (one: (typeof all)[number]) =>
      one.words.some((said) => said && writesOfType(said.lv, type))
    const link = ({ address, name }: (typeof all)[number]) => ({ address, name })
    return [
      {
        title: 'strategy.aboutInstitution',
        links: all.filter(isNamed).map(link),
        absent: 'strategy.aboutInstitution.absent',
      },
      {
        title: 'strategy.aboutType',
        scope: 'strategy.aboutType.scope',
        links: all.filter((one) => !isNamed(one) && isOfType(one)).map(link),
      },
    ]
  },
}

/** Whether a text has one of the names of an institution as a whole. */
const names = (said: readonly (LocalText | null | undefined)[], asked: Pick<AskedInstitution, 'names'>) =>
  said.some((text) => text && asked.names.some(({ lv }) => hasName(text.lv, lv)))

const hasName = (text: string, name: string) => {
  const at = text.indexOf(name)
  const isPart = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
  return at >= 0 && !isPart(text[at - 1]) && !isPart(text[at + name.length])
}

/** What the plan states in Latvian alone. */
const alike = (text: string | null): LocalText | null => (text === null ? null : { lv: text, en: text })
