import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText, TextKey } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { familiesContext, guidedContext } from '../context.server.ts'
import { wordsOf } from '../family.ts'
import { type Guidance, guidanceOfRule, todoOf } from '../guidance.ts'
import { findEditedGuidance } from '../guidance-store.server.ts'
import { GuideSteps } from '../parts/guide.tsx'
import type { Route } from './+types/guidance-list'

export const handle = { reads: 'present' }

type Kind = { subject: string; name: TextKey | LocalText; guidance: Guidance }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const edited = await readInRequest(context, (tx) => findEditedGuidance(tx, municipality.id))
  const ofRules = wordsOf(context.get(familiesContext)).map(({ name, title, rules }) => ({
    title,
    kinds: rules.map((rule): Kind => {
      return { subject: rule.code, name: rule.title, guidance: guidanceOfRule(edited, name, rule.code) }
    }),
  }))
  const ofModules = context.get(guidedContext).map(({ title, subjects }) => ({
    title,
    kinds: subjects.map(
      ({ subject, name }): Kind => ({
        subject,
        name,
        guidance: { edited: edited[subject] ?? null, standard: todoOf(subject) },
      }),
    ),
  }))
  const mayEdit = may(user, 'findings.edit', { municipalityId: municipality.id })
  return { municipality, groups: [...ofModules, ...ofRules], mayEdit }
}

/** What to do about every kind of finding and check, by what it is about. */
export default function GuidanceList({ loaderData }: Route.ComponentProps) {
  const { municipality, groups, mayEdit } = loaderData
  const { text, local, path } = useSpeech()
  const home = path(`/darbs/${municipality.slug}/atradumi`)
  const say = (name: Kind['name']) => (typeof name === 'string' ? text(name) : local(name))
  return (
    <Page title={text('findings.guidance.title')} place={local(municipality.name)}>
      <p>
        <a href={home}>{text('findings.queue.title')}</a>
      </p>
      <h1>{text('findings.guidance.title')}</h1>
      <p>{text('findings.guidance.lede')}</p>
      {groups.map(({ title, kinds }, index) => (
        <details key={title} className="fold" open={index === 0}>
          <summary>
            {text(title)} <span className="quiet">({kinds.length})</span>
          </summary>
          {kinds.map(({ subject, name, guidance }) => (
            <section key={subject} aria-labelledby={`todo-${subject}`}>
              <h2 id={`todo-${subject}`}>{say(name)}</h2>
              {guidance.edited ? <p className="hint">{text('findings.guidance.own')}</p> : null}
              <GuideSteps of={guidance} />
              {mayEdit ? (
                <p>
                  <a
                    href={`${home}/ko-darit/${subject}`}
                    aria-label={text('findings.guidance.editOf', { name: say(name) })}
                  >
                    {text('findings.guidance.edit')}
                  </a>
                </p>
              ) : null}
            </section>
          ))}
        </details>
      ))}
    </Page>
  )
}
