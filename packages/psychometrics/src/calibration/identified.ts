import { invertSymmetric } from '../numerics/symmetric.ts'

/** The share of a parameter's information that not knowing the others leaves at least; usual shares are above 0.001. */
const LEAST_SHARE = 1e-6

/**
 * The covariance of the parameters, or undefined where the answers do not tell them apart: then the likelihood is
 * flat in a direction (two slopes from two items), and only rounding errors give the information an inverse.
 */
export function identifiedCovariance(
  information: Float64Array | undefined,
  size: number,
): Float64Array | undefined {
  const covariance = information && invertSymmetric(information, size)
  for (let at = 0; covariance && at < size * size; at += size + 1) {
    if (!(information[at]! * covariance[at]! * LEAST_SHARE < 1)) return undefined
  }
  return covariance
}
