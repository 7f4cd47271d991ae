import type { Responses } from '../src/index.ts'

const { spawnSync } = process.getBuiltinModule('node:child_process')

type Growth = { prior: Float64Array; current: Float64Array }

/** Seconds that R takes for the same data, or what is missing. Data go in as one number a line. */
export function measureInR(library: 'mirt' | 'quantreg', data: Responses | Growth): string {
  const script = library === 'mirt' ? MIRT : QUANTREG
  const numbers = 'values' in data ? data.values : [...data.prior, ...data.current]
  const ran = spawnSync('Rscript', ['-e', script], {
    input: Array.from(numbers).join('\n'),
    encoding: 'utf8',
  })
  const seconds = ran.stdout?.match(/seconds ([\d.]+)/)?.[1]
  return seconds === undefined ? `${library} is not installed` : `${library} ${seconds} s`
}

const MIRT = `
library(mirt)
x <- matrix(scan(file('stdin'), quiet = TRUE), ncol = 40, byrow = TRUE); colnames(x) <- paste0('i', 1:40)
t <- system.time(mirt(x, 1, '2PL', SE = TRUE, verbose = FALSE))[['elapsed']]
cat('seconds', t)`

const QUANTREG = `
library(quantreg); library(splines)
x <- scan(file('stdin'), quiet = TRUE); n <- length(x) / 2; prior <- x[1:n]; score <- x[-(1:n)]
t <- system.time({
  r <- diff(range(prior)) * .1
  b <- cbind(1, bs(prior, knots = quantile(prior, 1:4 / 5), Boundary.knots = c(min(prior) - r, max(prior) + r)))
  f <- sapply((1:100 - .5) / 100, function(tau) b %*% rq.fit(b, score, tau = tau, method = 'fn')$coefficients)
  s <- rowSums(t(apply(f, 1, sort)) < score)
})[['elapsed']]
cat('seconds', t)`
