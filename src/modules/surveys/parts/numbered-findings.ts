import type { Finding } from '#modules/findings'
import type { LocalText } from '#platform/texts/text.ts'
import { surveyAnchor } from '../anchors.ts'
import { surveyRules } from '../rules/index.ts'

/** A finding with its number on the page and the name of the rule that made it. */
export type NumberedFinding = Finding & { number: number; anchor: string; title: LocalText }

/** Findings in their order, numbered from 1 as the page counts them. */
export function numberFindings(findings: readonly Finding[]): NumberedFinding[] {
  return findings.map((finding, index) => ({
    ...finding,
    number: index + 1,
    anchor: `finding-${index + 1}`,
    title: surveyRules.find(({ code }) => code === finding.code)?.title ?? {
      lv: finding.code,
      en: finding.code,
    },
  }))
}

/** The findings about each place on the page, by its anchor. */
export type Flags = ReadonlyMap<string, readonly NumberedFinding[]>

/** What is said about which figure, for the links back from the figures. */
export function flagsOf(findings: readonly NumberedFinding[]): Flags {
  const flags = new Map<string, NumberedFinding[]>()
  for (const finding of findings) {
    for (const anchor of anchorsOf(finding)) {
      flags.set(anchor, [...(flags.get(anchor) ?? []), finding])
    }
  }
  return flags
}

/** Places on the page that a finding is about, each once. */
export function anchorsOf({ subjects }: Finding): string[] {
  const anchors = subjects.flatMap((subject) =>
    subject.kind === 'surveyGroup' || subject.kind === 'surveyItem' ? surveyAnchor(subject) : [],
  )
  return [...new Set(anchors)]
}
