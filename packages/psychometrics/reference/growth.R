# Growth percentiles of mlmRev::Exam by quantreg, method 'br', as the SGP package counts them; writes
# ../fixtures/exam-growth.json and prints how far R agrees with itself.
library(quantreg); library(splines); library(mlmRev)
data(Exam)
prior <- Exam$standLRT; score <- Exam$normexam
knots <- round(quantile(prior, c(.2, .4, .6, .8)), 3)
r <- diff(range(prior)) * .1
boundaries <- round(c(min(prior) - r, max(prior) + r), 3)
design <- cbind(1, bs(prior, knots = knots, Boundary.knots = boundaries))
taus <- (1:100 - .5) / 100
fit <- function(order, method = 'br') design %*% sapply(taus, function(tau)
  rq.fit(design[order, ], score[order], tau = tau, method = method)$coefficients)
count <- function(sorted) pmin(99, pmax(1, rowSums(sorted < score)))
# SGP rounds fitted quantiles to 5 decimals, and `sorted < score` then decides about pupils whom fits pass through.
rounded <- function(fitted) count(round(t(apply(fitted, 1, sort)), 5))
fitted <- fit(seq_along(score))
percentiles <- rounded(fitted)
# Where such a score has a 5 as its sixth and last decimal, noise in the last bits of the fit decides how it is rounded.
# Settled: what only noise keeps from being half-way is half-way, and goes to the even decimal as round() promises.
half <- function(x) abs(x - floor(x) - .5) < 1e-6
even <- function(x) floor(x) + floor(x) %% 2
fifth <- function(x) ifelse(half(1e5 * x), even(1e5 * x), round(1e5 * x)) / 1e5
settled <- count(fifth(t(apply(fitted, 1, sort))))
# Fits of neighbouring quantiles meet in pupils whom both pass through; noise makes some of those crossings.
crossing <- function(noise) mean(apply(fitted, 1, function(row) any(diff(row) < -noise)))
list <- function(x) paste0('[', paste(x, collapse = ','), ']')
cat('{\n  "source": "quantreg 5.94 on mlmRev::Exam, see reference/growth.R",\n  "percentiles": ', list(percentiles),
  ',\n  "settled": ', list(settled), ',\n  "crossing": ', format(crossing(1e-11), digits = 15), '\n}\n', sep = '', file = '../fixtures/exam-growth.json')
same <- function(other) cat(sprintf(' %.2f', 100 * mean(percentiles == other)))
cat('% of pupils as in the first run: ties settled'); same(settled)
cat('; pupils from last to first'); same(rounded(fit(rev(seq_along(score)))))
cat('; by score'); same(rounded(fit(order(score))))
set.seed(1)
cat('; shuffled three times'); for (i in 1:3) same(rounded(fit(sample(length(score)))))
cat("; method 'fn'"); same(rounded(fit(seq_along(score), 'fn')))
cat('\n% of pupils with crossing quantiles, with noise and without:', 100 * crossing(0), 100 * crossing(1e-11), '\n')
# Two earlier scores: the pupil's own and the mean of the school. Coefficients of tau = .495, and five percentiles.
splines <- function(x) { r <- diff(range(x)) * .1
  bs(x, knots = round(quantile(x, c(.2, .4, .6, .8)), 3), Boundary.knots = round(c(min(x) - r, max(x) + r), 3)) }
design <- cbind(1, splines(prior), splines(ave(prior, Exam$school)))
cat('two earlier scores, tau = .495:', formatC(rq.fit(design, score, tau = .495, method = 'br')$coefficients, digits = 6, format = 'f'),
  '\nfirst five percentiles:', rounded(fit(seq_along(score)))[1:5], '\n')
