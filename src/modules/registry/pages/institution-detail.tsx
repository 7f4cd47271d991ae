import { CitedSources } from '#modules/sources/parts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest, textsContext } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import type { AboutSection } from '../about-institution.ts'
import { aboutInstitutionContext, municipalityContext } from '../context.server.ts'
import { institutionAddress, institutionsAddress } from '../institution-address.ts'
import { unstatedOf } from '../institution-facts.ts'
import { AboutSections, AbsentAbout } from '../parts/about-sections.tsx'
import { DayChoice } from '../parts/day-choice.tsx'
import { InstitutionFacts } from '../parts/institution-facts.tsx'
import { ProgrammeTable } from '../parts/programme-table.tsx'
import { SiteTable } from '../parts/site-table.tsx'
import { Successions } from '../parts/successions.tsx'
import { Unstated } from '../parts/unstated.tsx'
import { VersionTable } from '../parts/version-table.tsx'
import { readDay, today } from '../read-day.ts'
import { readInstitution } from '../read-institutions.server.ts'
import { sayType } from '../words/institution.ts'
import type { Route } from './+types/institution-detail'

export const handle = { parameters: ['on'] }

/** More names than these are folded. */
const MOST_VERSIONS = 3

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const about = context.get(aboutInstitutionContext)
  const values = new AskedValues(request)
  const asked = readDay(values)
  values.demandRight()
  const day = asked ?? today()
  const language = languageOf(new URL(request.url).pathname)
  const speech = createSpeech(language, context.get(textsContext)(language))
  const read = await readInRequest(context, (tx) =>
    readInstitution(tx, municipality.id, { key: params.institution, day, about, speech }),
  )
  if (!read) refuse(404, 'platform.refused.absent')
  return { municipality, asked, day, read }
}

/** One institution as it was on a day: what it was, where it taught, whose place it took, and what is about it. */
export default function InstitutionDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, asked, day, read } = loaderData
  const { described, presence, all, predecessors, successors } = read
  const { institution, version, sites, programmes } = described
  const speech = useSpeech()
  const { text, local, say, path } = speech
  const list = path(`/${municipality.slug}${institutionsAddress}`)
  const address = path(`/${municipality.slug}${institutionAddress(institution.key)}`)
  const [own, others] = [countFigures(read.sections, true), countFigures(read.sections, undefined)]
  const links = { slug: municipality.slug, on: asked, named: read.named }
  return (
    <Page title={local(version.name)} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={asked === undefined ? list : `${list}?on=${asked}`}>{text('registry.institutions')}</a> ·{' '}
        {sayType(version, speech)} · {say.day(day)}
      </p>
      <h1>{local(version.name)}</h1>
      <p className="lead">
        {text(`registry.about.${own > 0 ? 'own' : 'none'}${others > 0 ? 'AndType' : ''}`, { count: own })}
      </p>
      {presence === 'there' ? null : <p>{text(`registry.presence.${presence}`, { day: say.day(day) })}</p>}
      <InstitutionFacts described={described} />
      <Unstated facts={unstatedOf(described).map((fact) => ({ fact }))} />
      <AboutSections sections={read.sections} slug={municipality.slug} />
      <AbsentAbout sections={read.sections} />
      {institution.versions.length > 1 || version.reason || version.endReason ? (
        <section>
          <h2>{text('registry.versions')}</h2>
          {institution.versions.length <= MOST_VERSIONS ? (
            <VersionTable versions={institution.versions} current={version} />
          ) : (
            <details>
              <summary>{text('registry.about.show', { count: institution.versions.length })}</summary>
              <VersionTable versions={institution.versions} current={version} />
            </details>
          )}
        </section>
      ) : null}
      {sites.length > 0 ? (
        <section>
          <h2>{text('registry.sites')}</h2>
          <SiteTable sites={sites} />
        </section>
      ) : null}
      {programmes.length > 0 ? (
        <section>
          <h2>{text('registry.programmes')}</h2>
          <ProgrammeTable programmes={programmes} sites={all.sites} />
        </section>
      ) : null}
      {predecessors.length + successors.length > 0 ? (
        <section>
          <h2>{text('registry.successions')}</h2>
          <Successions predecessors={predecessors} successors={successors} heirs={read.heirs} {...links} />
        </section>
      ) : null}
      <EditLink address={`/${municipality.slug}${institutionAddress(institution.key)}`} />
      <details open={asked !== undefined}>
        <summary>{text('registry.day.other')}</summary>
        <DayChoice address={address} day={day} isAsked={asked !== undefined} />
      </details>
      <section>
        <h2>{text('registry.sources')}</h2>
        <CitedSources
          cited={[
            { name: text('registry.institution'), citations: institution.versions },
            { name: text('registry.sites'), citations: all.sites },
            { name: text('registry.programmes'), citations: all.programmes },
            { name: text('registry.successions'), citations: [...predecessors, ...successors] },
          ]}
          sources={read.documents}
          home={`/${municipality.slug}`}
        />
      </section>
    </Page>
  )
}

/** How many figures there are of the institution itself, or of all of its type. */
const countFigures = (sections: readonly AboutSection[], isOwn: AboutSection['isOwn']) =>
  sections.filter((one) => one.isOwn === isOwn).flatMap(({ figures = [] }) => figures).length
