# Makes fixtures/distributions.json: values of R's distribution functions, also far out in the tails.
# Run: Rscript packages/statistics/reference/distributions.R from the root of the repository.
# Base R only; values computed with R 4.2.2. Each entry is [arguments..., lower, upper, density] for functions
# of x, and [probability, parameters..., lower quantile, upper quantile] for quantiles; values below the
# smallest ordinary double (2.2e-308) are left out, because there R and we round differently.
# Left out as well is where R itself approximates: qt at 1e-300 (errs by 2e-8) and qhyper of tiny upper tails (it
# subtracts from 1). Small quantiles of F are taken as 1 over the large ones, because qf subtracts 1 from a
# number near 1 (errs by 1e-5 at 1e-9).
rows <- function(grid, f) {
  values <- do.call(f, unname(as.list(grid)))
  all <- cbind(as.matrix(grid), do.call(cbind, values))
  dimnames(all) <- NULL
  all
}
number <- function(x) ifelse(is.finite(x) & (abs(x) >= 2.2250738585072014e-308 | x == 0), format(x, digits = 17, trim = TRUE), 'null')
json <- function(m) paste0('[', paste(apply(m, 1, function(r) paste0('[', paste(sapply(r, number), collapse = ','), ']')), collapse = ',\n'), ']')
small <- c(1e-300, 1e-100, 1e-20, 1e-9, 1e-4, .025, .3, .5, .7, .975, .9999)
dfs <- c(.3, 1, 2, 3.7, 10, 58, 1200, 1e6)
xs <- c(-37, -12, -5, -2.5, -1, -.1, -1e-9, 0, .3, 1.96, 2.6, 6.5, 20)
qfHigh <- function(p, a, b) ifelse(p < .5, qf(p, a, b, lower.tail = FALSE), 1 / qf(p, b, a))
qfLow <- function(p, a, b) ifelse(p < .5, 1 / qf(p, b, a, lower.tail = FALSE), qf(p, a, b))
tables <- list(
  normal = rows(data.frame(x = xs), function(x) list(pnorm(x), pnorm(x, lower.tail = FALSE), dnorm(x))),
  normalQuantile = rows(data.frame(p = small), function(p) list(qnorm(p), qnorm(p, lower.tail = FALSE))),
  t = rows(expand.grid(x = c(-1e10, -300, xs), df = dfs), function(x, n) list(pt(x, n), pt(x, n, lower.tail = FALSE), dt(x, n))),
  tQuantile = rows(expand.grid(p = small[-1], df = dfs[-1]), function(p, n) list(qt(p, n), qt(p, n, lower.tail = FALSE))),
  chiSquare = rows(expand.grid(x = c(1e-30, 1e-5, .02, 1, 3.84, 10, 60, 300, 1200, 1300, 9e5, 1e6), df = dfs),
    function(x, n) list(pchisq(x, n), pchisq(x, n, lower.tail = FALSE), dchisq(x, n))),
  chiSquareQuantile = rows(expand.grid(p = small, df = dfs[-1]), function(p, n) list(qchisq(p, n), qchisq(p, n, lower.tail = FALSE))),
  f = rows(expand.grid(x = c(1e-8, .01, .4, 1, 2.5, 30, 1e4), a = c(1, 2, 4.5, 30, 1e4), b = c(1, 2.5, 12, 360.25, 1e5)),
    function(x, a, b) list(pf(x, a, b), pf(x, a, b, lower.tail = FALSE), df(x, a, b))),
  fQuantile = rows(expand.grid(p = small[-(1:2)], a = c(1, 2, 4.5, 30), b = c(2.5, 12, 360.25)),
    function(p, a, b) list(qfLow(p, a, b), qfHigh(p, a, b))),
  beta = rows(expand.grid(x = c(1e-10, .001, .1, .37, .5, .8, .999), a = c(.2, 1, 3.5, 40, 2000), b = c(.5, 1, 8, 150, 5000)),
    function(x, a, b) list(pbeta(x, a, b), pbeta(x, a, b, lower.tail = FALSE), dbeta(x, a, b))),
  betaQuantile = rows(expand.grid(p = small[-(1:2)], a = c(.5, 1, 3.5, 40, 2000), b = c(.5, 8, 150, 5000)),
    function(p, a, b) list(qbeta(p, a, b), qbeta(p, a, b, lower.tail = FALSE))),
  binomial = rbind(
    rows(expand.grid(x = c(0, 1, 7, 19, 20), n = 20, p = c(0, 1e-12, .05, .5, .93, 1)), function(x, n, p) list(pbinom(x, n, p), pbinom(x, n, p, lower.tail = FALSE), dbinom(x, n, p))),
    rows(expand.grid(x = c(0, 100, 3500, 4000, 4600, 10000), n = 10000, p = c(.01, .4)), function(x, n, p) list(pbinom(x, n, p), pbinom(x, n, p, lower.tail = FALSE), dbinom(x, n, p)))),
  binomialQuantile = rows(expand.grid(p = c(0, small, 1), n = c(1, 20, 10000), chance = c(.01, .4, .93)),
    function(p, n, c) list(qbinom(p, n, c), qbinom(p, n, c, lower.tail = FALSE))),
  hypergeometric = rbind(
    rows(expand.grid(x = c(0, 3, 9, 15), marked = c(3, 15, 20), n = 15, N = 25), function(x, K, n, N) list(phyper(x, K, N - K, n), phyper(x, K, N - K, n, lower.tail = FALSE), dhyper(x, K, N - K, n))),
    rows(expand.grid(x = c(100, 250, 330, 360, 420), marked = 600, n = c(450, 600), N = 1000), function(x, K, n, N) list(phyper(x, K, N - K, n), phyper(x, K, N - K, n, lower.tail = FALSE), dhyper(x, K, N - K, n)))),
  hypergeometricQuantile = rows(expand.grid(p = c(0, small[-(1:3)], 1), marked = c(3, 400), n = 300, N = 1000),
    function(p, K, n, N) list(qhyper(p, K, N - K, n), qhyper(p, K, N - K, n, lower.tail = FALSE))))
writeLines(paste0('{', paste0('"', names(tables), '":', sapply(tables, json), collapse = ',\n'), '}'),
  'packages/statistics/fixtures/distributions.json')
