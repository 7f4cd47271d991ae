import { secondsInR } from '../../../tests/support/in-r.ts'
import type { Responses } from '../src/index.ts'

type Growth = { prior: Float64Array; current: Float64Array }

/** An R package that does what we do. */
export type Rival = keyof typeof SCRIPTS

/** Seconds that an R package takes for the same data, undefined where it is not installed. */
export function rivalSeconds(rival: Rival, data: Responses | Growth): number | undefined {
  return secondsInR(SCRIPTS[rival], 'values' in data ? data.values : [...data.prior, ...data.current])
}

const ANSWERS = `answers <- matrix(x, ncol = 40, byrow = TRUE); colnames(answers) <- paste0('i', 1:40)`

const MIRT = `
library(mirt)
${ANSWERS}
clock(mirt(answers, 1, '2PL', SE = TRUE, verbose = FALSE))`

const PSYCHOTOOLS = `
library(psychotools)
${ANSWERS}
clock(raschmodel(answers))`

const QUANTREG = `
library(quantreg); library(splines)
n <- length(x) / 2; prior <- x[1:n]; score <- x[-(1:n)]
clock({
  r <- diff(range(prior)) * .1
  b <- cbind(1, bs(prior, knots = quantile(prior, 1:4 / 5), Boundary.knots = c(min(prior) - r, max(prior) + r)))
  f <- sapply((1:100 - .5) / 100, function(tau) b %*% rq.fit(b, score, tau = tau, method = 'fn')$coefficients)
  s <- rowSums(t(apply(f, 1, sort)) < score)
})`

const SCRIPTS = { mirt: MIRT, psychotools: PSYCHOTOOLS, quantreg: QUANTREG }
