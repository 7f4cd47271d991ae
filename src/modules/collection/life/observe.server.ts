import { quotientOf } from '#modules/indicators'
import {
  findIndicatorRows,
  type IndicatorsTables,
  type WrittenFigure,
  writeComputed,
} from '#modules/indicators.server'
import { findInstitutions, findMunicipalityNames } from '#modules/registry.server'
import { keepDocument } from '#modules/sources.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { publicCallAddress } from '../addresses.ts'
import { type Contribution, type Gathered, gather, sumOf } from '../formulas/contributions.ts'
import { documentTitle, locatorOf, noteOf, ownNoteOf } from '../formulas/figure-words.ts'
import { elementsOf, type Formula } from '../formulas/formula.ts'
import { findFormulas } from '../formulas/formula-store.server.ts'
import type { DataCall } from '../model.ts'
import {
  type AskingCall,
  findAcceptedPeriods,
  findAcceptedValues,
  findAskingCalls,
  findStandings,
} from './accepted-store.server.ts'
import { findAncestors, insertLineage } from './lineage-store.server.ts'

type IndicatorRow = IndicatorsTables['indicators.indicator']
/** A formula with the indicator that it is of. */
export type Computed = { formula: Formula; indicator: IndicatorRow }

/** The formulas that need something of what a call asks, those of indicators that are still there. Two statements. */
export async function findComputed(
  tx: DatabaseTransaction,
  municipalityId: string,
  elementKeys: readonly string[],
): Promise<Computed[]> {
  const formulas = (await findFormulas(tx, municipalityId)).filter((formula) =>
    elementsOf(formula).some((key) => elementKeys.includes(key)),
  )
  if (formulas.length === 0) return []
  const rows = await findIndicatorRows(tx, municipalityId, [
    ...new Set(formulas.map((one) => one.indicatorId)),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return formulas.flatMap((formula) => {
    const indicator = byId.get(formula.indicatorId)
    return indicator ? [{ formula, indicator }] : []
  })
}

/** What accepted answers of a period come to by some formulas, before anything is written. Three statements. */
export async function gatherAll(
  tx: DatabaseTransaction,
  municipalityId: string,
  period: string,
  computed: readonly Computed[],
): Promise<{ calls: readonly AskingCall[]; gathered: readonly (Computed & { gathered: Gathered })[] }> {
  const keys = [...new Set(computed.flatMap(({ formula }) => elementsOf(formula)))]
  const calls = await findAskingCalls(tx, municipalityId, period, keys)
  const standings = await findStandings(
    tx,
    municipalityId,
    calls.map(({ id }) => id),
  )
  const elementIds = [...new Set(calls.flatMap(({ elements }) => elements.map((one) => one.elementId)))]
  const values = await findAcceptedValues(tx, municipalityId, standings, elementIds)
  return {
    calls,
    gathered: computed.map(({ formula, indicator }) => ({
      formula,
      indicator,
      gathered: gather(
        formula,
        { calls, standings, values },
        (value) => quotientOf(indicator.value_kind, indicator.unit, value) !== null,
      ),
    })),
  }
}

type Observing = {
  call: Pick<DataCall, 'period'>
  computed: readonly Computed[]
  /** Institutions whose own figures may have changed; all of them without it. */
  institutionIds?: readonly string[]
}

/**
 * Writes what accepted answers come to, as figures of institutions and of the municipality, with the answers that each
 * was computed from. What has not changed gets no new state.
 */
export async function observe(
  tx: DatabaseTransaction,
  change: Change,
  { call, computed, institutionIds }: Observing,
): Promise<void> {
  if (computed.length === 0) return
  const { municipalityId } = change
  const { calls, gathered } = await gatherAll(tx, municipalityId, call.period, computed)
  const institutions = await findInstitutions(
    tx,
    municipalityId,
    institutionIds ? { ids: institutionIds } : {},
  )
  const keyOf = new Map(institutions.map(({ id, key }) => [id, key]))
  const documentOf = await keepingDocuments(tx, change, calls, computed)
  for (const one of gathered) {
    const { formula, indicator } = one
    const made: Made[] = []
    if (formula.level === 'municipality') {
      const { contributions } = one.gathered
      if (contributions.length > 0)
        made.push(ofAll(one, await documentOf(indicator.catalogue, contributions)))
    } else {
      for (const own of one.gathered.contributions) {
        const key = keyOf.get(own.institutionId)
        if (key === undefined) continue
        const sourceId = await documentOf(indicator.catalogue, [own])
        made.push(ofOne(own, { id: own.institutionId, key }, sourceId, one))
      }
    }
    if (made.length === 0) continue
    const written = await writeComputed(
      tx,
      change,
      { indicator, breakdown: formula.breakdown, period: call.period },
      made.map(({ figure }) => figure),
    )
    const from = new Map(made.map(({ figure, from: contributions }) => [figure, contributions]))
    await writeLineage(tx, change, { formula, period: call.period, written, from })
  }
}

/** Writes what a formula gives from everything that was accepted before there was the formula, of whatever period. */
export async function observeEverywhere(
  tx: DatabaseTransaction,
  change: Change,
  computed: Computed,
): Promise<void> {
  const keys = elementsOf(computed.formula)
  for (const period of await findAcceptedPeriods(tx, change.municipalityId, keys))
    await observe(tx, change, { call: { period }, computed: [computed] })
}

/** The same of every formula of a municipality. */
export async function observeAll(tx: DatabaseTransaction, change: Change): Promise<void> {
  const formulas = await findFormulas(tx, change.municipalityId)
  const keys = formulas.flatMap((formula) => elementsOf(formula))
  for (const computed of await findComputed(tx, change.municipalityId, keys))
    await observeEverywhere(tx, change, computed)
}

type Made = { figure: WrittenFigure['figure']; from: readonly Contribution[] }
type GatheredFigure = Computed & { gathered: Gathered }

/** The figure of all together. */
function ofAll({ gathered, indicator }: GatheredFigure, sourceId: string | null): Made {
  const { contributions } = gathered
  const sum = sumOf(contributions)
  const isFigure = sum !== null && quotientOf(indicator.value_kind, indicator.unit, sum) !== null
  const figure = {
    institution: null,
    value: isFigure ? sum : { missing: missingOf(contributions) },
    note: noteOf(gathered),
    sourceId,
    locator: locatorOf(gathered),
  }
  return { figure, from: contributions }
}

function ofOne(
  own: Contribution,
  institution: { id: string; key: string },
  sourceId: string | null,
  { indicator }: GatheredFigure,
): Made {
  const isFigure =
    typeof own.value !== 'string' && quotientOf(indicator.value_kind, indicator.unit, own.value) !== null
  const figure = {
    institution,
    value: isFigure && typeof own.value !== 'string' ? own.value : { missing: missingOf([own]) },
    note: ownNoteOf(own),
    sourceId,
    locator: null,
  }
  return { figure, from: [own] }
}

/** Why there is no figure: it applies to none of them, or somebody has not said. */
const missingOf = (contributions: readonly Contribution[]) =>
  contributions.every(({ value }) => value === 'notApplicable' || typeof value !== 'string')
    ? ('notApplicable' as const)
    : ('notReported' as const)

/**
 * Puts calls among the documents of plans as figures come from them. A figure leads to the call that most of its
 * answers are from, whoever was accepted last, so that working it out again gives the same.
 */
async function keepingDocuments(
  tx: DatabaseTransaction,
  change: Change,
  calls: readonly AskingCall[],
  computed: readonly Computed[],
) {
  const slug = (await findMunicipalityNames(tx)).get(change.municipalityId) ?? ''
  const kept = new Map<string, string>()
  return async (catalogue: string, from: readonly Contribution[]): Promise<string | null> => {
    const counts = new Map<string, number>()
    for (const { callId } of from.flatMap(({ submissions }) => submissions))
      counts.set(callId, (counts.get(callId) ?? 0) + 1)
    const call = calls.toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))[0]
    if (!call) return null
    const known = kept.get(`${catalogue} ${call.id}`)
    if (known !== undefined) return known
    const isPublic = computed.some(
      ({ indicator }) => indicator.catalogue === catalogue && indicator.is_public,
    )
    const id = await keepDocument(
      tx,
      { ...change, isPublic },
      {
        catalogue,
        key: `datu-vaksana-${call.key}`,
        title: documentTitle(call),
        url: publicCallAddress(slug, call.key),
      },
    )
    kept.set(`${catalogue} ${call.id}`, id)
    return id
  }
}

type Written = {
  formula: Formula
  period: string
  written: readonly WrittenFigure[]
  from: ReadonlyMap<WrittenFigure['figure'], readonly Contribution[]>
}

/** Each state of a figure names the answers that are new in it; those of the states before go on. */
async function writeLineage(
  tx: DatabaseTransaction,
  change: Change,
  { formula, period, written, from }: Written,
): Promise<void> {
  const { municipalityId } = change
  const known = await findAncestors(tx, municipalityId, {
    seriesIds: written.map(({ seriesId }) => seriesId),
    period,
  })
  const versions = new Map(known.map((one) => [`${one.series_id} ${one.submission_id}`, one.version]))
  const rows = written.flatMap(({ figure, seriesId, revision }) =>
    (from.get(figure) ?? []).flatMap(({ institutionId, submissions }) =>
      submissions
        .filter(({ id, version }) => versions.get(`${seriesId} ${id}`) !== version)
        .map(({ id, version }) => ({
          municipality_id: municipalityId,
          institution_id: institutionId,
          series_id: seriesId,
          period,
          observation_revision: revision,
          submission_id: id,
          version,
          formula_id: formula.id,
          change_id: change.id,
        })),
    ),
  )
  await insertLineage(tx, rows)
  change.counts.added += rows.length
}
