import type { Municipality } from '#modules/registry'
import { WORKING } from '#platform/http/face.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { capital } from '#platform/say/index.ts'
import { Pages } from '#platform/ui/pages.tsx'
import { FINDINGS_ADDRESS } from '../address.ts'
import { findingDownloads } from '../downloads.ts'
import type { FamilyWords } from '../family.ts'
import { type FindingFilter, groupByWeight, isFiltered, type RuleGroup, type WeightGroup } from '../filter.ts'
import { countBySeverity } from '../gather.ts'
import { type EditedGuidance, guidanceOfRule } from '../guidance.ts'
import type { FindingsPage } from '../read-page.server.ts'
import { FindingCounts } from './finding-counts.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { FindingGroup } from './finding-group.tsx'
import { SeverityWords } from './severity-words.tsx'
import { StateWords } from './state-words.tsx'

type Props = {
  municipality: Municipality
  families: readonly FamilyWords[]
  read: FindingsPage
  /** What the department has written on what to do. */
  guidance: EditedGuidance
  filter: FindingFilter
  /** Where the list stands and one says something of its findings; absent where everybody reads. */
  work?: { address: string; addressOf: (anchor: string) => string } | undefined
}

/** All findings of a municipality, or those that were asked for, by weight and rule. */
export function Findings({ municipality, families, read, guidance, filter, work }: Props) {
  const { text, path } = useSpeech()
  const publicAddress = path(`/${municipality.slug}${FINDINGS_ADDRESS}`)
  const address = work?.address ?? publicAddress
  const files = findingDownloads(municipality.slug, filter)
  const [all, found] = [countBySeverity(read.all), countBySeverity(read.found)]
  const weights = groupByWeight(families, read.findings, read.found)
  return (
    <>
      <h1>
        <SeverityWords counts={all} />
      </h1>
      <StateWords counts={read.states} />
      <p>
        {text('findings.lede')} {text('findings.ofCurrent')}
      </p>
      <p>
        {text('findings.download')} <a href={files.csv}>CSV</a>, <a href={files.json}>JSON</a>
        {'. '}
        <a href={path('/metodes#rules')}>{text('findings.allRules')}</a>
      </p>
      {read.more.map((link) => (
        <p key={link.address}>
          <a href={path(`/${municipality.slug}${link.address}`)}>{text(link.label)}</a>
        </p>
      ))}
      <FindingFilters families={families} filter={filter} read={read} clearAddress={address} />
      <p role="status">
        {found.total < all.total
          ? text('findings.shownOf', { count: found.total, total: all.total })
          : text('findings.shown', { count: all.total })}
      </p>
      {found.total > 0 ? (
        <>
          <nav aria-label={text('findings.contents')}>
            <ul className="links">
              {weights.map(({ severity }) => (
                <li key={severity}>
                  <a href={`#weight-${severity}`}>{text(`findings.severity.${severity}.many`)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <FindingCounts families={families} counts={read.found} address={address} />
        </>
      ) : (
        <p>
          {isFiltered(filter)
            ? text('findings.noneFiltered')
            : text('findings.none', { count: families.reduce((sum, { rules }) => sum + rules.length, 0) })}
        </p>
      )}
      {weights.map(({ severity, groups, count }) => (
        <section key={severity} aria-labelledby={`weight-${severity}`}>
          <h2 id={`weight-${severity}`}>
            {capital(text(`findings.severity.${severity}.many`))} <span className="quiet">({count})</span>
          </h2>
          <p className="hint">{text(`findings.severity.${severity}.explanation`)}</p>
          {groups.map((group) => (
            <FindingGroup
              key={`${group.family}-${group.rule.code}`}
              group={group}
              slug={municipality.slug}
              guidance={guidanceOfRule(guidance, group.family, group.rule.code)}
              isFirst={firstOf(weights, group) === group}
              workAddressOf={work?.addressOf}
            />
          ))}
        </section>
      ))}
      <Pages page={read.page} pages={read.pages} />
      <p className="quiet">
        {work ? (
          <a href={publicAddress}>{text('findings.asPublic')}</a>
        ) : (
          <a href={`${publicAddress}/${WORKING}`}>{text('findings.asWork')}</a>
        )}
      </p>
    </>
  )
}

/** Where the findings of a rule begin: a rule may have some of several weights. */
const firstOf = (weights: readonly WeightGroup[], { family, rule }: RuleGroup) =>
  weights
    .flatMap(({ groups }) => groups)
    .find((group) => group.family === family && group.rule.code === rule.code)
