import { calibrateConditionally, responsesFromRows } from '../src/index.ts'

const { spawnSync } = process.getBuiltinModule('node:child_process')

/**
 * Says whether the conditional Rasch calibration of `raschdat1` agrees with eRm, the package these data come with.
 * They may not be copied, so R hands them over; undefined where eRm is not installed.
 */
export function besideErm(): string | undefined {
  const ran = spawnSync('Rscript', ['-e', ERM], { encoding: 'utf8' })
  if (ran.status !== 0) return undefined
  const [loglik = '', betas = '', ...rows] = ran.stdout.trim().split('\n')
  const fit = calibrateConditionally(responsesFromRows(rows.map((row) => row.split(' ').map(Number))))
  const theirs = [Number(loglik), ...betas.trim().split(/\s+/).map(Number)]
  const ours = [fit.logLikelihood, ...fit.items.map(({ thresholds }) => thresholds[0] ?? Number.NaN)]
  const furthest = Math.max(...theirs.map((value, at) => Math.abs(value - (ours[at] ?? Number.NaN))))
  return `raschdat1 by CML: log-likelihood ${fit.logLikelihood.toFixed(6)}, in eRm ${Number(loglik).toFixed(6)}; nothing differs by more than ${furthest.toExponential(0)}.`
}

/** Log-likelihood, difficulties (easiness with the sign turned), then the answers person by person. */
const ERM = `
suppressMessages(library(eRm))
fit <- RM(raschdat1)
cat(format(fit$loglik, digits = 15), '\\n', sep = '')
cat(format(-fit$betapar, digits = 15), '\\n')
write.table(raschdat1, row.names = FALSE, col.names = FALSE)
`
