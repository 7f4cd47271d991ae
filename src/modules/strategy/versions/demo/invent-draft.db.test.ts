import { expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { test } from '../../../../../tests/support/demonstrated.ts'
import { municipalityIdOf } from '../../../../../tests/support/editors.ts'
import { findAttached } from '../../accountability/attached-store.server.ts'
import { actionsOf } from '../../model.ts'
import { findCurrentStrategy, getStrategyTree } from '../../store.server.ts'
import { conflictsIn } from '../conflicts.ts'
import { findProposals, findVersions } from '../version-store.server.ts'

/** A row by all that it says. */
const identified = (row: object) => JSON.stringify(row)

async function lookAt(tx: DatabaseTransaction, municipalityId: string) {
  const strategy = await findCurrentStrategy(tx, municipalityId)
  const tree = strategy && (await getStrategyTree(tx, municipalityId, strategy.id))
  if (!tree) throw new Error('there is no plan')
  const place = { municipalityId, strategyId: tree.strategy.id }
  const versions = await findVersions(tx, municipalityId, tree.strategy.id)
  const [draft] = versions
  const proposals = draft ? await findProposals(tx, municipalityId, draft.id) : []
  return { tree, draft, versions, proposals, attached: await findAttached(tx, place) }
}

test('the demonstration has a draft with something of each kind, and nobody outside sees what is invented', async ({
  db,
}) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const inside = await readAs(db, operator(municipalityId), (tx) => lookAt(tx, municipalityId))
  expect(inside.draft).toMatchObject({ number: 2, state: 'draft', kind: 'midterm' })
  expect(inside.proposals.map(({ kind }) => kind).toSorted()).toEqual([
    'add',
    'change',
    'end',
    'keep',
    'merge',
  ])
  for (const { reason } of inside.proposals)
    expect([reason.lv, reason.en].join()).toMatch(/^Izdomāts piemērs.*Invented example/)
  expect(conflictsIn(inside.tree, inside.proposals)).toEqual([])

  const outside = await readAs(db, THE_PUBLIC, (tx) => lookAt(tx, municipalityId))
  expect(outside.versions).toEqual([])
  // What everybody sees stands in the published evaluation; what only the department sees is what was invented.
  const known = new Set(Object.values(outside.attached).flat().map(identified))
  const invented = <Row extends object>(rows: readonly Row[]) =>
    rows.filter((row) => !known.has(identified(row)))
  const { milestones, funding, risks, riskLinks } = inside.attached
  expect([milestones, funding, risks, riskLinks].map((rows) => invented<object>(rows).length)).toEqual([
    2, 1, 1, 1,
  ])
  for (const { title } of [...invented(milestones), ...invented(funding), ...invented(risks)])
    expect(title?.lv).toContain('Izdomāts piemērs')
  expect([...known].filter((row) => row.includes('Izdomāts'))).toEqual([])
  expect(actionsOf(outside.tree).filter(({ ended }) => ended !== null)).toEqual([])
})
