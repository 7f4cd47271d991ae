import type { Responses } from '../src/index.ts'

const { spawnSync } = process.getBuiltinModule('node:child_process')

type Growth = { prior: Float64Array; current: Float64Array }

/** An R package that does what we do. */
export type Rival = keyof typeof SCRIPTS

/** Seconds that an R package takes for the same data, undefined where it is not installed. */
export function secondsInR(rival: Rival, data: Responses | Growth): number | undefined {
  const numbers = 'values' in data ? data.values : [...data.prior, ...data.current]
  // Data go in as one number a line.
  const ran = spawnSync('Rscript', ['-e', SCRIPTS[rival]], {
    input: Array.from(numbers).join('\n'),
    encoding: 'utf8',
  })
  const seconds = ran.stdout?.match(/seconds ([\d.]+)/)?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}

const MIRT = `
library(mirt)
x <- matrix(scan(file('stdin'), quiet = TRUE), ncol = 40, byrow = TRUE); colnames(x) <- paste0('i', 1:40)
t <- system.time(mirt(x, 1, '2PL', SE = TRUE, verbose = FALSE))[['elapsed']]
cat('seconds', t)`

const PSYCHOTOOLS = `
library(psychotools)
x <- matrix(scan(file('stdin'), quiet = TRUE), ncol = 40, byrow = TRUE)
t <- system.time(raschmodel(x))[['elapsed']]
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

const SCRIPTS = { mirt: MIRT, psychotools: PSYCHOTOOLS, quantreg: QUANTREG }
