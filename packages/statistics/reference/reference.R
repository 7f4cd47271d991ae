# Prints the reference values that the tests and the conformance table quote.
# Run: Rscript packages/statistics/reference/reference.R   (base R only; values computed with R 4.2.2)
options(digits = 15)
show <- function(what, value) cat(what, format(value, digits = 15), '\n')

wilson <- function(x, n) as.numeric(prop.test(x, n, correct = FALSE)$conf.int)
show('wilson 15/20', wilson(15, 20))
show('wilson 81/263', wilson(81, 263))
show('wilson 15/148', wilson(15, 148))
show('wilson 0/20', wilson(0, 20))
show('wilson 1/29', wilson(1, 29))
show('wilson 10/10', wilson(10, 10))

wilsonFinite <- function(p, n, N, z = qnorm(.975)) {
  ne <- n * (N - 1) / (N - n)
  ((p + z^2 / (2 * ne)) + c(-1, 1) * z * sqrt(p * (1 - p) / ne + z^2 / (4 * ne^2))) / (1 + z^2 / ne)
}
show('wilsonFinite .6 n=600 N=1000', wilsonFinite(.6, 600, 1000))
show('wilsonFinite .71 n=216 N=502', wilsonFinite(.71, 216, 502))

show('pnorm -0.5', pnorm(-.5)); show('pnorm -1.96', pnorm(-1.96)); show('pnorm -2.6', pnorm(-2.6))
show('pnorm -8', pnorm(-8)); show('pnorm -20', pnorm(-20)); show('pnorm -37', pnorm(-37))
show('pnorm 1.5', pnorm(1.5)); show('pnorm 3.2', pnorm(3.2)); show('pnorm 1e-3 - .5', pnorm(1e-3) - .5)
show('qnorm .975', qnorm(.975)); show('qnorm .95', qnorm(.95)); show('qnorm .5001', qnorm(.5001))
show('qnorm 1e-6', qnorm(1e-6)); show('qnorm 1e-20', qnorm(1e-20)); show('qnorm 1e-300', qnorm(1e-300))
show('qnorm .999', qnorm(.999))

show('dhyper x=9 K=15 N=25 n=15', dhyper(9, 15, 10, 15))
show('dhyper x=0 K=3 N=60 n=36', dhyper(0, 3, 57, 36))
show('dhyper x=360 K=600 N=1000 n=600', dhyper(360, 600, 400, 600))
show('dhyper x=15000 K=30000 N=100000 n=50000', dhyper(15000, 30000, 70000, 50000))
show('dhyper x=15500 K=30000 N=100000 n=50000', dhyper(15500, 30000, 70000, 50000))
show('dhyper x=0 K=7 N=100000 n=20', dhyper(0, 7, 99993, 20))
show('phyper x=9 K=15 N=25 n=15', phyper(9, 15, 10, 15))
show('phyper x=345 K=600 N=1000 n=600', phyper(345, 600, 400, 600))
show('phyper x=15100 K=30000 N=100000 n=50000', phyper(15100, 30000, 70000, 50000))
show('phyper x=14500 K=30000 N=100000 n=50000', phyper(14500, 30000, 70000, 50000))
show('phyper x=14900 K=30000 N=100000 n=50000', phyper(14900, 30000, 70000, 50000))

exact <- function(x, n, N, alpha = .05) {
  K <- 0:N
  low <- phyper(x - 1, K, N - K, n, lower.tail = FALSE) > alpha / 2 * (1 + 1e-10)
  high <- phyper(x, K, N - K, n) > alpha / 2 * (1 + 1e-10)
  range(K[low & high])
}
show('exact 9 of 15 from 25', exact(9, 15, 25)); show('exact 0 of 15 from 25', exact(0, 15, 25))
show('exact 23 of 24 from 25', exact(23, 24, 25)); show('exact 20 of 36 from 60', exact(20, 36, 60))
show('exact 153 of 216 from 500', exact(153, 216, 500)); show('exact 29 of 29 from 30', exact(29, 29, 30))
show('exact 1 of 1 from 40', exact(1, 1, 40)); show('exact 98 of 99 from 100', exact(98, 99, 100))

coverage <- function(interval, n, N) {
  bounds <- sapply(0:n, interval)
  covered <- sapply(0:N, function(K) sum(dhyper(0:n, K, N - K, n) *
    (bounds[1, ] <= K / N + 1e-12 & K / N - 1e-12 <= bounds[2, ])))
  c(mean(covered), min(covered), mean(bounds[2, ] - bounds[1, ]))
}
for (size in list(c(25, 15), c(25, 24), c(60, 36), c(1000, 600))) {
  N <- size[1]; n <- size[2]
  show(paste('coverage wilson', N, n), coverage(function(x) suppressWarnings(wilson(x, n)), n, N))
  show(paste('coverage wilsonFinite', N, n), coverage(function(x) wilsonFinite(x / n, n, N), n, N))
  show(paste('coverage clopperPearson', N, n), coverage(function(x) binom.test(x, n)$conf.int[1:2], n, N))
  show(paste('coverage exact', N, n), coverage(function(x) exact(x, n, N) / N, n, N))
}

score <- function(x, n) {
  test <- suppressWarnings(prop.test(x, n, correct = FALSE))
  c(sqrt(test$statistic) * sign(x[1] / n[1] - x[2] / n[2]), test$p.value)
}
show('score 15/50 25/50', score(c(15, 25), c(50, 50)))
show('score 56/70 48/80', score(c(56, 48), c(70, 80)))
show('score 9/10 3/10', score(c(9, 3), c(10, 10)))
newcombe <- function(x, n) {
  p <- x / n; a <- suppressWarnings(wilson(x[1], n[1])); b <- suppressWarnings(wilson(x[2], n[2]))
  p[1] - p[2] + c(-sqrt((p[1] - a[1])^2 + (b[2] - p[2])^2), sqrt((a[2] - p[1])^2 + (p[2] - b[1])^2))
}
show('newcombe 56/70 48/80', newcombe(c(56, 48), c(70, 80)))
show('newcombe 9/10 3/10', newcombe(c(9, 3), c(10, 10)))
show('newcombe 6/7 2/7', newcombe(c(6, 2), c(7, 7)))
show('newcombe 5/56 0/29', newcombe(c(5, 0), c(56, 29)))
show('newcombe 0/10 0/20', newcombe(c(0, 0), c(10, 20)))

# finite populations: 60 of 80 answering out of 100, against 30 of 60 out of 120
p <- c(.75, .5); n <- c(80, 60); N <- c(100, 120); ne <- n * (N - 1) / (N - n); q <- sum(ne * p) / sum(ne)
z <- (p[1] - p[2]) / sqrt(q * (1 - q) * sum(1 / ne)); show('score finite', c(z, 2 * pnorm(-abs(z))))
a <- wilsonFinite(p[1], n[1], N[1]); b <- wilsonFinite(p[2], n[2], N[2])
show('newcombe finite', p[1] - p[2] + c(-sqrt((p[1] - a[1])^2 + (b[2] - p[2])^2), sqrt((a[2] - p[1])^2 + (p[2] - b[1])^2)))

ps <- c(.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1)
show('BH', p.adjust(ps, 'BH')); show('holm', p.adjust(ps, 'holm'))
mixed <- c(.04, .001, .5, .03, .03)
show('BH mixed', p.adjust(mixed, 'BH')); show('holm mixed', p.adjust(mixed, 'holm'))
show('weighted.mean', weighted.mean(c(71.4, 88, 52.5), c(216, 29, 97)))
