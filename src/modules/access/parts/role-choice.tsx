import { useSpeech } from '#platform/i18n.tsx'
import type { Role } from '#platform/rights/roles.ts'
import { sayRole } from '#platform/rights/say-grant.ts'

/** The roles that can be given, each with what it is. */
export function RoleChoice({ roles, address }: { roles: readonly Role[]; address: string }) {
  const speech = useSpeech()
  const { text, path } = speech
  return (
    <>
      <p>{text('access.give.role')}</p>
      <dl className="terms">
        {roles.map((role) => (
          <div key={role}>
            <dt>
              <a href={path(`${address}?loma=${role}`)}>{sayRole(speech, role)}</a>
            </dt>
            <dd>{text(`platform.role.${role}.about`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
