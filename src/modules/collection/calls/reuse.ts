import type { Reuse } from '../model.ts'

const ANEW = 'anew'
const REGISTER = 'register'
const CALL = 'call:'

/** How a choice of reuse is sent: from a call, from the register of the element, or asked anew. */
export const reuseValue = (reuse: Reuse | null): string => {
  if (reuse === null) return ANEW
  return reuse.from === 'register' ? REGISTER : `${CALL}${reuse.callId}`
}

/** Reads such a choice; what is not offered is asked anew. */
export function readReuse(
  value: string | undefined,
  offered: { register: string | null; callIds: readonly string[] },
): Reuse | null {
  if (value === REGISTER && offered.register !== null) return { from: 'register', register: offered.register }
  const callId = value?.startsWith(CALL) ? value.slice(CALL.length) : ''
  return offered.callIds.includes(callId) ? { from: 'call', callId } : null
}
