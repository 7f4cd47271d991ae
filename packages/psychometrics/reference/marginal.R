# Known answers of src/conformance about marginal likelihood in base R: summed over 301 nodes on 9 standard deviations
# either side, maximised by BFGS, errors from second differences of the log-likelihood. Data as in fixtures.R.
library(psychotools); library(psych)
data(VerbalAggression); data(bock)
yes <- (VerbalAggression$resp > 0) + 0; man <- VerbalAggression$gender == 'male'
show <- function(what, x, digits = 5) cat(what, formatC(x, digits = digits, format = 'f'), '\n')
z <- seq(-9, 9, length = 301); weight <- log(dnorm(z) * (z[2] - z[1]))

# Log-likelihood of each person: items scored 0 and 1 with slopes a and intercepts d, abilities N(mean, sd^2).
persons <- function(x, a, d, mean, sd) {
  theta <- mean + sd * z
  l <- matrix(weight, nrow(x), length(z), byrow = TRUE)
  for (j in seq_along(d)) l <- l + rbind(plogis(-a[j] * theta - d[j], log.p = TRUE), plogis(a[j] * theta + d[j], log.p = TRUE))[x[, j] + 1, ]
  most <- apply(l, 1, max)
  most + log(rowSums(exp(l - most)))
}
second <- function(f, p, h = 1e-3) {
  n <- length(p); H <- matrix(0, n, n); at <- function(i, j, s, t) { e <- numeric(n); e[i] <- s * h; e[j] <- e[j] + t * h; f(p + e) }
  for (i in 1:n) for (j in 1:i) H[i, j] <- H[j, i] <- (at(i, j, 1, 1) - at(i, j, 1, -1) - at(i, j, -1, 1) + at(i, j, -1, -1)) / (4 * h^2)
  H
}
first <- function(f, p, h = 1e-3) sapply(seq_along(p), function(i) { e <- numeric(length(p)); e[i] <- h
  (8 * (f(p + e) - f(p - e)) - f(p + 2 * e) + f(p - 2 * e)) / (12 * h) })
climb <- function(f, start) { p <- start
  for (i in 1:3) p <- optim(p, f, method = 'BFGS', control = list(fnscale = -1, reltol = 1e-15, maxit = 300))$par
  p - solve(second(f, p), first(f, p)) }

# LSAT6, 2PL: errors of slopes and intercepts.
x <- as.matrix(lsat6); key <- apply(x, 1, paste, collapse = ''); patterns <- x[!duplicated(key), ]; n <- c(table(key)[unique(key)])
f <- function(p) sum(n * persons(patterns, p[1:5], p[6:10], 0, 1))
p <- climb(f, c(.83, .72, .89, .69, .66, 2.77, .99, .25, 1.28, 2.05))
show('LSAT6 2PL, errors of slopes and intercepts', sqrt(diag(solve(-second(f, p)))), 6)

# Verbal aggression, Rasch, women (mean 0) and men as groups with mean and spread of their own.
f <- function(p) sum(persons(yes[!man, ], rep(1, 24), p[1:24], 0, p[25])) + sum(persons(yes[man, ], rep(1, 24), p[1:24], p[26], p[27]))
p <- climb(f, c(qlogis(colMeans(yes)) * 1.3, 1.4, 0, 1.4)); e <- sqrt(diag(solve(-second(f, p))))
show('two groups, Rasch: log-likelihood', f(p)); show('  sd of women, mean and sd of men', p[25:27]); show('  their errors', e[25:27])

# The same persons, one population, standing for 1, 2 or 3 others in turn: robust errors.
w <- rep(1:3, length.out = 316); w <- w * 316 / sum(w)
g <- function(p) persons(yes, rep(1, 24), p[1:24], 0, p[25]); f <- function(p) sum(w * g(p))
p <- climb(f, c(qlogis(colMeans(yes)) * 1.3, 1.4)); bread <- solve(-second(f, p))
e <- sqrt(diag(bread %*% crossprod(w * first(g, p)) %*% bread))
show('sampling weights, Rasch: sd, S1WantCurse', p[c(25, 1)]); show('  their robust errors', e[c(25, 1)], 6)
