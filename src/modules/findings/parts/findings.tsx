import { useLocation } from 'react-router'
import type { Municipality } from '#modules/registry'
import { addressWith } from '#platform/asked.ts'
import { WORKING } from '#platform/http/face.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { capital } from '#platform/say/index.ts'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { FINDINGS_ADDRESS } from '../address.ts'
import { findingDownloads } from '../downloads.ts'
import type { FamilyWords } from '../family.ts'
import { type FindingFilter, groupByWeight, isFiltered, valuesOf } from '../filter.ts'
import { countBySeverity } from '../gather.ts'
import { type EditedGuidance, guidanceOfRule } from '../guidance.ts'
import { SEVERITIES } from '../model.ts'
import type { FindingsPage } from '../read-page.server.ts'
import { FilterLinks, toggled } from './filter-links.tsx'
import { FindingCounts } from './finding-counts.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { FindingRow } from './finding-row.tsx'
import { SeverityWords } from './severity-words.tsx'
import { StateWords } from './state-words.tsx'

/** So many contradictions are read at first sight; the others are a line each, as all that weighs less. */
const OPEN = 5

type Props = {
  municipality: Municipality
  families: readonly FamilyWords[]
  read: FindingsPage
  /** What the department has written on what to do. */
  guidance: EditedGuidance
  filter: FindingFilter
  /** Anchor of the finding to which the address leads. */
  at: string | undefined
  /** Where the list stands and one says something of its findings; absent where everybody reads. */
  work?: { address: string; addressOf: (anchor: string) => string } | undefined
}

/** All findings of a municipality, or those that were asked for: what weighs most first, whatever rule made it. */
export function Findings({ municipality, families, read, guidance, filter, at, work }: Props) {
  const { text, path, local } = useSpeech()
  const here = useLocation()
  const publicAddress = path(`/${municipality.slug}${FINDINGS_ADDRESS}`)
  const address = work?.address ?? publicAddress
  const files = findingDownloads(municipality.slug, filter)
  const [all, found] = [countBySeverity(read.all), countBySeverity(read.found)]
  const [ofAnyWeight, chosenRules] = [countBySeverity(read.ofAnyWeight), valuesOf(filter.code)]
  const rulesOf = new Map(
    families.flatMap(({ name, rules }) => rules.map((rule) => [`${name} ${rule.code}`, rule] as const)),
  )
  return (
    <>
      <h1>
        <SeverityWords counts={all} />
      </h1>
      <StateWords counts={read.states} />
      <p>{text('findings.purpose')}</p>
      <div className="with-aside">
        <aside aria-label={text('findings.filters')}>
          <FilterLinks
            parameter="severity"
            label={text('findings.severity')}
            choices={SEVERITIES.map((severity) => ({
              value: severity,
              label: text(`findings.severity.${severity}.many`),
              count: ofAnyWeight[severity],
            }))}
            chosen={valuesOf(filter.severity)}
            here={here}
          />
          {read.facets.map(({ name, label, links }) =>
            links ? (
              <FilterLinks
                key={name}
                parameter={name}
                label={text(label)}
                choices={links.map(({ code, name: called, count }) => ({
                  value: code,
                  label: local(called),
                  count,
                }))}
                chosen={valuesOf(filter.belongsTo?.[name])}
                here={here}
              />
            ) : null,
          )}
          <details className="fold" open={hasTyped(filter, read)}>
            <summary>{text('findings.filter.more')}</summary>
            <FindingFilters filter={filter} facets={read.facets} clearAddress={address} />
          </details>
          <ChosenRules families={families} chosen={chosenRules} here={here} />
          {isFiltered(filter) ? (
            <p>
              <a href={address}>{text('platform.filter.clear')}</a>
            </p>
          ) : null}
        </aside>
        <div>
          <p role="status" id="saraksts">
            {found.total < all.total
              ? text('findings.shownOf', { count: found.total, total: all.total })
              : text('findings.shown', { count: all.total })}
          </p>
          {found.total > 0 ? null : (
            <p>
              {isFiltered(filter)
                ? text('findings.noneFiltered')
                : text('findings.none', {
                    count: families.reduce((sum, { rules }) => sum + rules.length, 0),
                  })}
            </p>
          )}
          {groupByWeight(read.findings, read.found).map(({ severity, findings, count }) => (
            <section key={severity} aria-labelledby={`weight-${severity}`}>
              <h2 id={`weight-${severity}`}>
                {capital(text(`findings.severity.${severity}.many`))} <span className="quiet">({count})</span>
              </h2>
              <p className="hint">{text(`findings.severity.${severity}.explanation`)}</p>
              <ol className="list findings">
                {findings.map((finding, place) => (
                  <FindingRow
                    key={finding.anchor}
                    finding={finding}
                    rule={rulesOf.get(`${finding.family} ${finding.code}`)}
                    slug={municipality.slug}
                    guidance={guidanceOfRule(guidance, finding.family, finding.code)}
                    isOpen={(severity === 'contradiction' && place < OPEN) || finding.anchor === at}
                    workAddress={work?.addressOf(finding.anchor)}
                  />
                ))}
              </ol>
            </section>
          ))}
          <Pages page={read.page} pages={read.pages} anchor="saraksts" />
          {read.ofAnyRule.length > 0 ? (
            <details className="fold" open={here.search.includes('sort=')}>
              <summary>{text('findings.byRule')}</summary>
              <FindingCounts
                families={families}
                counts={read.ofAnyRule}
                chosen={chosenRules}
                addressOf={(code) => toggled(here, 'code', { value: code, chosen: chosenRules })}
              />
            </details>
          ) : null}
          {read.more.map((link) => (
            <p key={link.address}>
              <a href={path(`/${municipality.slug}${link.address}`)}>{text(link.label)}</a>
            </p>
          ))}
          <p>
            {text('findings.ofCurrent')} {text('findings.download')}{' '}
            <DownloadLinks what={text('findings.title')} files={files} />
            {'. '}
            <a href={path('/metodes#rules')}>{text('findings.allRules')}</a>
          </p>
          <p className="quiet">
            {work ? (
              <a href={publicAddress}>{text('findings.asPublic')}</a>
            ) : (
              <a href={`${publicAddress}/${WORKING}`}>{text('findings.asWork')}</a>
            )}
          </p>
        </div>
      </div>
    </>
  )
}

/** Whether something is asked that only the folded form shows. */
function hasTyped(filter: FindingFilter, { facets }: FindingsPage) {
  const inForm = facets.filter(({ links }) => !links).map(({ name }) => filter.belongsTo?.[name])
  return [filter.text, filter.state, ...inForm].some((one) => valuesOf(one).length > 0)
}

type ChosenProps = {
  families: readonly FamilyWords[]
  chosen: readonly string[]
  here: { pathname: string; search: string }
}

/** The rules that are asked for, each with a way to ask for it no longer. */
function ChosenRules({ families, chosen, here }: ChosenProps) {
  const { text, local } = useSpeech()
  const rules = families.flatMap((family) => family.rules).filter(({ code }) => chosen.includes(code))
  if (rules.length === 0) return null
  const without = (code: string) => ({ code: chosen.filter((one) => one !== code), page: undefined })
  return (
    <nav aria-label={text('findings.rule')}>
      <p className="hint toggles-label">{text('findings.rule')}</p>
      <ul className="toggles">
        {rules.map((rule) => (
          <li key={rule.code}>
            <a href={addressWith(here, without(rule.code), 'saraksts')} aria-current="true">
              <span aria-hidden="true">✓ </span>
              {local(rule.title)} <span className="visually-hidden">{text('findings.filter.remove')}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
