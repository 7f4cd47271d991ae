// A door of its own, `#modules/findings/parts`: the command line runs from the sources, and Node reads no .tsx.
export { Guide, GuideSteps } from './guide.tsx'
export { RuleCatalogue } from './rule-catalogue.tsx'
export { SeverityChip } from './severity-chip.tsx'
export { TopFindings } from './top-findings.tsx'
