/** 100 quantiles of the scores on cubic splines; reads prior scores, then scores. */
export const QUANTREG = `
library(quantreg); library(splines)
n <- length(x) / 2; prior <- x[1:n]; score <- x[-(1:n)]
clock({
  b <- cbind(1, bs(prior, knots = c(-.84, -.25, .25, .84), Boundary.knots = c(-6, 6)))
  for (tau in (1:100 - .5) / 100) rq.fit(b, score, tau = tau, method = 'fn')
})`

/** Scores in schools with a random part; reads schools, prior scores, then scores. */
export function lme4(random: '1' | 'prior'): string {
  return `
library(lme4)
n <- length(x) / 3; pupils <- data.frame(school = x[1:n], prior = x[n + 1:n], score = x[2 * n + 1:n])
clock({ m <- lmer(score ~ prior + (${random} | school), pupils); ranef(m, condVar = TRUE) })`
}

/** Raking of 20,000 persons in strata of 500 to three margins of 3, 5 and 8 parts; reads strata, then margins. */
export const SURVEY = `
library(survey)
n <- length(x) / 4
persons <- data.frame(stratum = x[1:n], a = factor(x[n + 1:n]), b = factor(x[2 * n + 1:n]), c = factor(x[3 * n + 1:n]))
totals <- lapply(c(a = 3, b = 5, c = 8), function(parts) {
  data.frame(factor(0:(parts - 1)), Freq = 1e5 * (0:(parts - 1) + 3) / sum(0:(parts - 1) + 3))
})
for (name in names(totals)) names(totals[[name]])[1] <- name
design <- svydesign(~1, strata = ~stratum, fpc = rep(500, n), data = persons)
clock(rake(design, list(~a, ~b, ~c), unname(totals), control = list(maxit = 50, epsilon = 1e-10)))`
