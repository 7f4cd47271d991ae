import { startReading } from '#modules/findings'
import { type AskedValues, WrongValues } from '#platform/asked.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { readTree } from '../current-strategy.server.ts'
import type { StrategyTree } from '../model.ts'
import { findCurrentStrategy } from '../store.server.ts'
import { AGAINST } from './addresses.ts'
import { applyChanges } from './apply-changes.ts'
import { instantOf, isAdopted, momentsOf, numberAt, type Proposal, type Version } from './version.ts'
import { findProposals, findVersions } from './version-store.server.ts'

type Asked = { municipalityId: string; plan?: string | undefined }

/** The plan as it stood at an instant, or as it stands. */
export const readPlanAt = (tx: DatabaseTransaction, { municipalityId, plan }: Asked, asOf?: Date) =>
  readTree(startReading(tx, { municipalityId, strategy: plan, asOf }))

/**
 * A municipality's current plan as it stands, with its versions.
 *
 * @throws Refused (404) while it has none that the reader may see
 */
export async function readVersions(tx: DatabaseTransaction, asked: Asked) {
  const tree = (await readPlanAt(tx, asked)) ?? refuse(404, 'strategy.versions.noPlan')
  return { tree, versions: await findVersions(tx, asked.municipalityId, tree.strategy.id) }
}

/** The versions of the current plan alone, without reading the plan. @throws Refused (404) without one */
export async function readCurrentVersions(tx: DatabaseTransaction, municipalityId: string) {
  const strategy = (await findCurrentStrategy(tx, municipalityId)) ?? refuse(404, 'strategy.versions.noPlan')
  return { strategy, versions: await findVersions(tx, municipalityId, strategy.id) }
}

/** A version with what it proposes or has done. @throws Refused (404) when there is none of that number */
export async function readVersion(tx: DatabaseTransaction, asked: Asked & { number: number }) {
  const { tree, versions } = await readVersions(tx, asked)
  const version = versions.find(({ number }) => number === asked.number)
  if (!version) refuse(404, 'strategy.versions.noSuch')
  return {
    tree,
    versions,
    version,
    proposals: await findProposals(tx, asked.municipalityId, version.id),
  }
}

/** Number of a version as an address says it. @throws Refused (404) when it is none */
export const readNumber = (text: string | undefined): number =>
  /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : refuse(404, 'strategy.versions.noSuch')

/** Number of the version beside which another is to be set; undefined when none is asked for. @throws Refused */
export function readAgainst(asked: AskedValues): number | undefined {
  const against = asked.number(AGAINST, { from: 1, to: 9999 })
  asked.demandRight()
  return against
}

/** Day from which what ends with a version is no longer part of the plan: as decided, or today while nothing is. */
export const endingDay = ({ decision }: Pick<Version, 'decision'>, today: string) =>
  decision?.inForceOn ?? today

/** Two states of a plan to be set side by side. */
type Sides = {
  before: { number: number; tree: StrategyTree }
  after: { number: number; tree: StrategyTree; isDraft: boolean }
  proposals: readonly Proposal[]
}

type AskedSides = Asked & { number: number; against?: number | undefined; today: string }

/**
 * A version beside another one: the one asked for, else the one before it. A draft is what the plan as it stands
 * would become.
 *
 * @throws Refused (404) when the reader may see none of either number
 */
export async function readSides(tx: DatabaseTransaction, asked: AskedSides) {
  const { number, against, today } = asked
  const { tree, versions } = await readVersions(tx, asked)
  const numbers = [1, ...versions.map((one) => one.number)]
  if (against !== undefined && !numbers.includes(against)) {
    const allowed = { values: numbers.map(String) }
    throw new WrongValues([{ parameter: AGAINST, value: String(against), allowed }])
  }
  const version = versions.find((one) => one.number === number)
  if (!version && number !== 1) refuse(404, 'strategy.versions.noSuch')
  const proposals = version ? await findProposals(tx, asked.municipalityId, version.id) : []
  const treeOf = async (wanted: number): Promise<StrategyTree> => {
    const one = versions.find((known) => known.number === wanted)
    if (one && !isAdopted(one)) {
      return applyChanges(tree, wanted === number ? proposals : [], endingDay(one, today))
    }
    if (!one && wanted !== 1) refuse(404, 'strategy.versions.noSuch')
    const at = instantOf(versions, wanted)
    return (at ? await readPlanAt(tx, asked, at) : tree) ?? refuse(404, 'strategy.versions.noSuch')
  }
  const other = against ?? previousOf(versions, number)
  // What one version has done is seen in the plan just before and after it; corrections in between are not its own.
  const isOwnStep = against === undefined && version !== undefined && isAdopted(version)
  const before = isOwnStep
    ? ((await readPlanAt(tx, asked, momentsOf(version).before)) ?? refuse(404, 'strategy.versions.noSuch'))
    : await treeOf(other)
  const after = isOwnStep
    ? ((await readPlanAt(tx, asked, momentsOf(version).after)) ?? refuse(404, 'strategy.versions.noSuch'))
    : await treeOf(number)
  const sides: Sides = {
    before: { number: other, tree: before },
    after: { number, tree: after, isDraft: version?.state === 'draft' },
    proposals,
  }
  return { sides, version, versions, tree, current: numberAt(versions) }
}

const previousOf = (versions: readonly Version[], number: number) =>
  versions.filter((one) => isAdopted(one) && one.number < number).at(-1)?.number ?? 1
