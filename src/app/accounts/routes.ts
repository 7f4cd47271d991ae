import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `app/accounts/pages/${name}`

/** Signing in, and what a person does with the own account. */
export const accountRoutes: RouteConfigEntry[] = [
  route('pieslegties', page('sign-in.tsx')),
  route('pieslegties/kods', page('sign-in-code.tsx')),
  route('pieslegties/iziet', page('sign-out.tsx')),
  route('pieslegties/oidc', page('provider.ts')),
  route('pieslegties/aizmirsta', page('forgotten.tsx')),
  route('pieslegties/uzaicinajums', page('choose-password.tsx')),
  route('pieslegties/jauna-parole', page('choose-password.tsx'), { id: 'app/accounts/new-password' }),
  route('darbs/konts', page('own-account.tsx')),
  route('darbs/konts/parole', page('own-password.tsx')),
  route('darbs/konts/kodi', page('own-codes.tsx')),
  route('darbs/konts/rezerves-kodi', page('own-backup-codes.tsx')),
  route('darbs/konts/uzaicinajums', page('own-invitation.ts')),
  route('darbs/konts/sesijas', page('own-sessions.tsx')),
]

/** The same page about accounts that work in the whole country. */
const ofCountry = (path: string, name: string) => route(path, page(name), { id: `country/${name}` })

/** Who has an account for the whole country. */
export const accountCountryRoutes: RouteConfigEntry[] = [
  ofCountry('darbs/konti', 'accounts.tsx'),
  ofCountry('darbs/konti/jauns', 'account-invite.tsx'),
  ofCountry('darbs/konti/:account', 'account.tsx'),
  ofCountry('darbs/konti/:account/uzaicinat', 'account-again.ts'),
  ofCountry('darbs/konti/:account/atjaunot', 'account-recover.tsx'),
  ofCountry('darbs/konti/:account/izbeigt', 'account-end.tsx'),
]

/** Below a municipality's workplace: who has an account there. */
export const accountWorkRoutes: RouteConfigEntry[] = [
  route('konti', page('accounts.tsx')),
  route('konti/jauns', page('account-invite.tsx')),
  route('konti/:account', page('account.tsx')),
  route('konti/:account/uzaicinat', page('account-again.ts')),
  route('konti/:account/atjaunot', page('account-recover.tsx')),
  route('konti/:account/izbeigt', page('account-end.tsx')),
]
