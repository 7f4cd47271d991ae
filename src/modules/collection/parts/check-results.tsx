import { useSpeech } from '#platform/i18n.tsx'
import type { CheckResult } from '../life/steps.ts'
import type { Check } from '../model.ts'

type Props = { results: readonly CheckResult[]; checks: readonly Check[] }

/** Checks that did not hold when it was handed in, with what the giver says of them; and those of which nobody can tell. */
export function CheckResults({ results, checks }: Props) {
  const { text, local } = useSpeech()
  const told = results.flatMap((result) => {
    const check = checks.find(({ key }) => key === result.key)
    return check ? [{ ...result, check }] : []
  })
  const failed = told.filter(({ outcome }) => outcome === 'failed')
  const notTold = told.filter(({ outcome }) => outcome === 'notTold')
  return (
    <>
      {failed.length === 0 ? <p>{text('collection.form.checks.held')}</p> : null}
      <ul className="list">
        {failed.map(({ key, check, comment }) => (
          <li key={key}>
            {local(check.message)}
            <small>
              {comment
                ? text('collection.form.checks.comment', { comment })
                : text('collection.form.checks.noComment')}
            </small>
          </li>
        ))}
      </ul>
      {notTold.length > 0 ? (
        <details>
          <summary>{text('collection.form.checks.notTold', { count: notTold.length })}</summary>
          <ul className="list">
            {notTold.map(({ key, check }) => (
              <li key={key}>{local(check.message)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
