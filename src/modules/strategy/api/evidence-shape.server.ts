import { z } from 'zod'
import { figuresApi } from '#modules/indicators.server'
import { findMunicipalityNames } from '#modules/registry.server'
import { citedShape } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { day, Local } from '#platform/api/shapes.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { EVIDENCE_KINDS, type Evidence, WORKS_KINDS } from '../evidence.ts'
import { findEvidence } from '../evidence-store.server.ts'
import type { StrategyState } from './read-strategy.server.ts'

export const EvidenceShown = z
  .object({
    code: z.string().describe('Tells the evidence of one action apart.'),
    asOf: figuresApi.period
      .nullable()
      .describe('Period of the status that it supports; null when it is about the action as a whole.'),
    kind: z.enum(EVIDENCE_KINDS),
    title: Local,
    isTranslated: z.boolean().describe('Whether there is an English title; else `en` holds the Latvian one.'),
    url: z.string().nullable().describe('Link, where it stands elsewhere.'),
    file: z
      .string()
      .nullable()
      .describe('Address of the file that was handed in, relative to the server; null when there is none.'),
    institution: z.string().nullable().describe('Key of the institution that it is about.'),
    works: z.enum(WORKS_KINDS).nullable().describe('Kind of works on a building or its grounds.'),
    doneOn: day.nullable().describe('Day on which it was made or finished.'),
    ...citedShape,
  })
  .register(components, { id: 'Evidence' })
type EvidenceShown = z.infer<typeof EvidenceShown>

/** The evidence of each action of a plan, by its code, as far as everybody may see it. Four statements at most, one without evidence. */
export async function readShownEvidence(
  tx: DatabaseTransaction,
  { summary, sourceKeys, earlier: asOf }: Pick<StrategyState, 'summary' | 'sourceKeys' | 'earlier'>,
): Promise<(action: string) => EvidenceShown[]> {
  const { municipalityId, id: strategyId } = summary
  const all = await findEvidence(tx, { municipalityId, strategyId }, { asOf, sourceKeys })
  const isFiled = all.some(({ fileId }) => fileId !== null)
  const slug = isFiled ? (await findMunicipalityNames(tx)).get(municipalityId) : undefined
  const byAction = Map.groupBy(all, ({ action }) => action)
  return (action) => (byAction.get(action) ?? []).map((one) => show(one, slug ?? ''))
}

function show({ action: _, fileId, ...evidence }: Evidence, slug: string): EvidenceShown {
  return { ...evidence, file: fileId && `/${slug}/datnes/${fileId}` }
}
