import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import { refuse } from '#platform/refuse.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { readPlanScope } from '../../edits/scope.server.ts'
import { actionsOf, type StrategyTree } from '../../model.ts'
import { readVersion } from '../read-plan.server.ts'
import type { Proposal, Target } from '../version.ts'
import { proposalEdit } from './proposal.server.ts'

type Asked = {
  municipalityId: string
  number: number
  target: Target
  code: string | null
  afterwards: (typed: Typed) => string
}

/**
 * The form for what a draft proposes, and what its page shows around it.
 *
 * @throws Refused (404) when there is no such draft, goal, direction or action; (400) once it is adopted
 */
export async function makeProposalEdit(tx: DatabaseTransaction, asked: Asked) {
  const { municipalityId, number, target, code } = asked
  const scope = await readPlanScope(tx, { municipalityId, plan: undefined })
  const { tree, version, proposals } = await readVersion(tx, { municipalityId, number })
  if (version.state !== 'draft') refuse(400, 'strategy.versions.notDraft')
  const title = code === null ? null : titleOf(tree, proposals, { target, code })
  if (code !== null && !title) refuse(404, 'platform.refused.absent')
  return {
    edit: await proposalEdit(tx, { scope, version, target, code }, asked.afterwards),
    more: { version, target, code, title },
  }
}

function titleOf(
  tree: StrategyTree,
  proposals: readonly Proposal[],
  { target, code }: { target: Target; code: string },
): LocalText | undefined {
  const added = proposals.find((one) => one.target === target && one.code === code && one.kind === 'add')
  if (added) return { lv: String(added.fields.title_lv), en: String(added.fields.title_en) }
  const all =
    target === 'goal'
      ? tree.goals
      : target === 'direction'
        ? tree.goals.flatMap(({ directions }) => directions)
        : actionsOf(tree)
  return all.find((one) => one.code === code)?.title
}
