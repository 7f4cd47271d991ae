import { Outlet } from 'react-router'
import { ErrorPage } from '../parts/error-page.tsx'
import type { Route } from './+types/within-municipality'

/** Pages of a municipality, so that one which is refused or absent leaves its menu where it is. */
export default function WithinMunicipality() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}
