import { ChoiceField, LineField, SelectField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { JOBS } from '../model.ts'
import { CHARGES, ChargeForm, MoveForm, NameForm, PostForm } from '../person-form.ts'

const name = fieldsOf(NameForm)
const post = fieldsOf(PostForm)
const charge = fieldsOf(ChargeForm)
const move = fieldsOf(MoveForm)

type Props = {
  answer: FormAnswer | undefined
  once: string
  today: string
  /** How often the name has been written. */
  version: number
  names: { givenName: string; familyName: string }
  places: readonly { id: string; name: LocalText }[]
  groups: readonly { group_id: string; name: string }[]
}

/** What can be changed about a person, each in a form of its own that opens when it comes back. */
export function PersonForms({ answer, once, today, version, names, places, groups }: Props) {
  const { text, local } = useSpeech()
  const act = answer?.entered.act
  const answerOf = (one: string) => (act === one ? answer : undefined)
  const placeOptions = places.map((place) => ({ value: place.id, label: local(place.name) }))
  const groupOptions = groups.map((group) => ({ value: group.group_id, label: group.name }))
  return (
    <section>
      <h2>{text('people.changes')}</h2>
      <details open={act === 'name'}>
        <summary>{text('people.act.name')}</summary>
        <ActionForm answer={answerOf('name')} fields={name} once={once} version={version} values={names}>
          <LineField of={name.givenName} autoComplete="off" />
          <LineField of={name.familyName} autoComplete="off" />
          <Send act="name" />
        </ActionForm>
      </details>
      <details open={act === 'post'}>
        <summary>{text('people.act.post')}</summary>
        <ActionForm answer={answerOf('post')} fields={post} once={once} values={{ from: today }}>
          <SelectField of={post.institution} options={placeOptions} />
          <SelectField
            of={post.job}
            options={JOBS.map((job) => ({ value: job, label: text(`people.job.${job}`) }))}
          />
          <LineField of={post.from} type="date" />
          <LineField of={post.until} type="date" />
          <Send act="post" />
        </ActionForm>
      </details>
      {groupOptions.length > 0 ? (
        <details open={act === 'charge'}>
          <summary>{text('people.act.charge')}</summary>
          <ActionForm answer={answerOf('charge')} fields={charge} once={once} values={{ from: today }}>
            <ChoiceField
              of={charge.charge}
              options={CHARGES.map((value) => ({ value, label: `people.charge.${value}` as const }))}
            />
            <SelectField of={charge.group} options={groupOptions} />
            <LineField of={charge.from} type="date" />
            <LineField of={charge.until} type="date" />
            <Send act="charge" />
          </ActionForm>
        </details>
      ) : null}
      <details open={act === 'move'}>
        <summary>{text('people.act.move')}</summary>
        <ActionForm answer={answerOf('move')} fields={move} once={once} values={{ on: today }}>
          <SelectField of={move.institution} options={placeOptions} />
          <SelectField of={move.group} options={groupOptions} />
          <LineField of={move.on} type="date" />
          <LineField of={move.reason} />
          <Send act="move" />
        </ActionForm>
      </details>
    </section>
  )
}

function Send({ act }: { act: 'name' | 'post' | 'charge' | 'move' }) {
  const { text } = useSpeech()
  return (
    <button type="submit" name="act" value={act}>
      {text(`people.act.${act}`)}
    </button>
  )
}
