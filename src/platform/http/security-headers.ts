const POLICY = {
  'default-src': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

const written = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** Headers of every answer: nothing from elsewhere, no script, no frame, no guessing of types. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': written(POLICY),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** For an installation whose public address is https: browsers come by nothing else for a year. */
export const HTTPS_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000',
}

/** The same for the personal face, whose pages may bring small scripts of ours in files of their own. */
export const PERSONAL_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'content-security-policy': written({ ...POLICY, 'script-src': "'self'", 'connect-src': "'self'" }),
  'cache-control': 'no-store',
}
