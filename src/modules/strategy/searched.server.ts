import type { Findable, Searched, SearchedPlace } from '#platform/searched.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Action, currentReport, type StrategyTree } from './model.ts'
import { findCurrentStrategy, getStrategyTree } from './store.server.ts'
import { actionAddress, claimAddress, strategyAddress } from './subjects.ts'

/** The current plan with everything that it is made of, and what it claims. */
export const searchedStrategy: Searched = {
  kinds: [
    { code: 'strategy', label: 'strategy.kind.plans', weight: 1.5 },
    { code: 'goal', label: 'strategy.kind.goals', weight: 1.5 },
    { code: 'action', label: 'strategy.kind.actions' },
    { code: 'programme', label: 'strategy.kind.programmes', weight: 1.1 },
    { code: 'claim', label: 'strategy.kind.claims', weight: 0.8 },
  ],
  find: async (place) => {
    const tree = await readCurrent(place)
    return tree ? [...partsOf(tree), ...actionsIn(tree)] : []
  },
}

async function readCurrent({ tx, municipality }: SearchedPlace): Promise<StrategyTree | undefined> {
  const strategy = municipality && (await findCurrentStrategy(tx, municipality.id))
  return strategy && getStrategyTree(tx, municipality.id, strategy.id)
}

function partsOf({ strategy, goals, programmes, claims }: StrategyTree): Findable[] {
  return [
    {
      kind: 'strategy',
      address: strategyAddress({}),
      name: strategy.title,
      words: [strategy.vision, strategy.mission, ...strategy.values].map((one) => one?.title ?? null),
    },
    ...goals.map(
      ({ code, title, short, aim, directions }): Findable => ({
        kind: 'goal',
        address: strategyAddress({ part: 'goal', code }),
        name: title,
        called: [code],
        words: [short, aim, ...directions.map((direction) => direction.title)],
      }),
    ),
    ...programmes.map(
      ({ code, title, aim, progress }): Findable => ({
        kind: 'programme',
        address: strategyAddress({ part: 'programme', code }),
        name: title,
        called: [code],
        words: [aim, progress],
      }),
    ),
    ...claims.map(
      ({ key, text, relatedNote }): Findable => ({
        kind: 'claim',
        address: claimAddress(key),
        name: text,
        words: [relatedNote],
      }),
    ),
  ]
}

const actionsIn = ({ goals }: StrategyTree): Findable[] =>
  goals.flatMap((goal) =>
    goal.directions.flatMap(({ actions }) =>
      actions.map(
        (action): Findable => ({
          kind: 'action',
          address: actionAddress(action.code),
          name: action.title,
          called: [action.code],
          within: { lv: `${goal.code} ${goal.short.lv}`, en: `${goal.code} ${goal.short.en}` },
          words: wordsOf(action),
        }),
      ),
    ),
  )

const wordsOf = (action: Action) => [
  action.short,
  action.deliverable,
  currentReport(action)?.comment ?? null,
  ...[action.responsible, action.involved, action.funding].map(asLatvian),
]

/** What the plan states in one language only stays as it is. */
const asLatvian = (text: string | null): LocalText | null => (text === null ? null : { lv: text, en: text })
