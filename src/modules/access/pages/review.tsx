import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { readAs } from '#platform/database/scope.server.ts'
import { ChoiceField, LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn } from '#platform/language.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { sayGrant } from '#platform/rights/say-grant.ts'
import { Page } from '#platform/ui/page.tsx'
import { decideReviewItem } from '../decide-review.service.server.ts'
import { nameOfAccount, nameOfScope } from '../holding.ts'
import { readNames } from '../holdings.server.ts'
import { readLastSignIns } from '../last-sign-ins.server.ts'
import { GrantWords } from '../parts/grant-words.tsx'
import { ReviewList } from '../parts/review-list.tsx'
import { openAccess } from '../place.server.ts'
import { readReview } from '../review.service.server.ts'
import { isDecided, isUnused, sortItems } from '../review.ts'
import type { Route } from './+types/review'

export const handle = {
  parameters: ['tiesibas'],
  action: 'access.review',
  reads: ['platform.grant.read'],
  changes: ['platform.grant.edit'],
}

const ReviewForm = z.object({
  item: z.uuid().meta({ label: 'access.review.title' }),
  decision: z.enum(['keep', 'end']).meta({ label: 'access.review.decision' }),
  reason: typedText({ minimum: 3, maximum: 500 })
    .meta({ label: 'access.review.why', hint: 'access.review.why.hint' })
    .optional(),
})
const fields = fieldsOf(ReviewForm)
const DECISIONS = [
  { value: 'keep', label: 'access.review.keep' },
  { value: 'end', label: 'access.review.end' },
] as const

export async function loader(asked: Route.LoaderArgs) {
  const { db, user, place, language, mayEdit } = openAccess(asked, 'platform.grant.read')
  const found = await readAs(db, user, (tx) => readReview(tx, place.id))
  const today = municipalDay()
  const held = (found?.items ?? []).map(({ grant }) => ({
    accountId: grant.accountId,
    from: 'given' as const,
    grant,
  }))
  const names = await readNames(db, { placeId: place.id, reader: user }, language, held)
  const lastSignIns = await readLastSignIns(db, place.id)
  const items = sortItems(found?.items ?? [], (id) => nameOfAccount(names, id), lastSignIns, today)
  const chosen = new URL(asked.request.url).searchParams.get('tiesibas')
  const open = items.filter((item) => !isDecided(item, today))
  const unused = items.filter((item) => isUnused(item, lastSignIns, today)).map(({ id }) => id)
  const current = mayEdit ? (open.find(({ id }) => id === chosen) ?? open[0]) : undefined
  return {
    place,
    review: found?.review,
    items,
    names,
    open: open.length,
    unused,
    today,
    current,
    once: uuidv7(),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { db, user, place, language } = openAccess(asked, 'platform.grant.edit')
  const form = await readForm(asked.request, ReviewForm)
  if (!form.ok) return form.answer()
  const { item, decision, reason } = form.value
  const about = { municipalityId: place.id, itemId: item, decision, reason, revision: form.version }
  const decided = await decideReviewItem(db, user, about)
  if (!('problem' in decided)) throw redirect(addressIn(language, `${place.address}/parskatisana`), 303)
  const { problem } = decided
  return form.answer(
    problem === 'access.review.reason' ? { reason: [{ reason: problem }] } : { '': [{ reason: problem }] },
  )
}

/** Every right that was given is kept or ended, one after the other; what was decided stays decided. */
export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const speech = useSpeech()
  const { text, local, say } = speech
  const { place, review, items, names, open, unused, today, current, once } = loaderData
  const title = text('access.review.title')
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      <p>{text('access.review.intro')}</p>
      {review ? (
        <p>
          {text('access.review.begun', { date: say.day(review.begun_on) })}{' '}
          {review.done_on
            ? text('access.review.done', { date: say.day(review.done_on) })
            : text('access.review.left', { count: open, all: items.length })}
        </p>
      ) : (
        <p>{text('access.review.none')}</p>
      )}
      {current ? (
        <section>
          <h2>{nameOfAccount(names, current.grant.accountId)}</h2>
          {unused.includes(current.id) ? <p>{text('access.review.unused')}</p> : null}
          <GrantWords said={sayGrant(speech, current.grant, (id) => nameOfScope(names, id))} />
          <ActionForm answer={actionData} fields={fields} once={once} version={current.revision}>
            <input type="hidden" name="item" value={current.id} />
            <ChoiceField of={fields.decision} options={DECISIONS} />
            <LineField of={fields.reason} />
            <button type="submit">{text('access.review.button')}</button>
          </ActionForm>
        </section>
      ) : null}
      <ReviewList
        items={items}
        names={names}
        unused={unused}
        today={today}
        address={`${place.address}/parskatisana`}
      />
    </Page>
  )
}
