# Known answers of src/conformance in base R, from items that psychotools estimates (CML): abilities, fit of
# items and persons, reliability, subscores, DIF by glm, latent regression, linking error, Rubin's rules. Each is written
# from its formula as plainly as can be; nothing here shares code with the package. Data: psychotools::VerbalAggression.
library(psychotools)
data(VerbalAggression)
steps <- VerbalAggression$resp; yes <- (steps > 0) + 0; man <- VerbalAggression$gender == 'male'
show <- function(what, x, digits = 6) cat(what, formatC(x, digits = digits, format = 'f'), '\n')

# Items as thresholds with the mean 0, one vector each; chances of categories 0 ... top at an ability.
centred <- function(list) { mean <- mean(unlist(list)); lapply(list, function(each) each - mean) }
rasch <- centred(as.list(coef(itempar(raschmodel(yes, reltol = 1e-14), ref = 1))))
credit <- centred(split(coef(threshpar(pcmodel(steps, reltol = 1e-14))), rep(1:24, each = 2)))
chances <- function(item, theta) { e <- exp(cumsum(c(0, theta - item))); e / sum(e) }
moment <- function(item, theta, k) { p <- chances(item, theta); x <- seq_along(p) - 1; sum(p * (x - sum(p * x))^k) }
expected <- function(item, theta) { p <- chances(item, theta); sum(p * (seq_along(p) - 1)) }

# Warm's estimate: score - E + J / (2 I) = 0.
warm <- function(items) {
  total <- function(f) function(theta) sum(sapply(items, f, theta))
  E <- total(expected); I <- total(function(i, t) moment(i, t, 2)); J <- total(function(i, t) moment(i, t, 3))
  sapply(0:length(unlist(items)), function(s)
    uniroot(function(t) s - E(t) + J(t) / (2 * I(t)), c(-15, 15), tol = 1e-13)$root)
}
ability <- warm(rasch)[rowSums(yes) + 1]; ability2 <- warm(credit)[rowSums(steps) + 1]
show('WLE, partial credit, scores 0 1 24 47 48', warm(credit)[c(0, 1, 24, 47, 48) + 1])

# Infit, outfit and their z (Wright & Masters 1982).
fit <- function(x, items, theta) {
  one <- function(x, items, theta) {
    E <- mapply(expected, items, theta); V <- mapply(moment, items, theta, 2); C <- mapply(moment, items, theta, 4)
    z2 <- (x - E)^2 / V; n <- length(x)
    q <- c(sqrt(sum(C - V^2)) / sum(V), sqrt(sum(C / V^2) / n^2 - 1 / n)); ms <- c(sum((x - E)^2) / sum(V), mean(z2))
    c(ms, (ms^(1/3) - 1) * 3 / q + q / 3)
  }
  list(items = sapply(seq_along(items), function(j) one(x[, j], items[j], theta)),
    persons = sapply(1:nrow(x), function(i) one(x[i, ], items, theta[i])))
}
f <- fit(yes, rasch, ability)
show('infit, outfit, z: S1WantCurse', f$items[, 1]); show('  S3DoShout', f$items[, 18]); show('  person 5', f$persons[, 5])
f2 <- fit(steps, credit, ability2)
show('infit, outfit, z, partial credit: S1DoCurse', f2$items[, 2]); show('  person 5', f2$persons[, 5])

# Q3 (Yen 1984).
residual <- function(x, items, theta) sapply(seq_along(items), function(j) x[, j] - sapply(theta, expected, item = items[[j]]))
q3 <- cor(residual(yes, rasch, ability)); pairs <- q3[lower.tri(q3)]
show('Q3 of items 1-2, 13-14, 11-12; mean', c(q3[1, 2], q3[13, 14], q3[11, 12], mean(pairs)))
q32 <- cor(residual(steps, credit, ability2))
show('Q3 partial credit: 1-2, 23-24, mean', c(q32[1, 2], q32[23, 24], mean(q32[lower.tri(q32)])))

# lz (Drasgow, Levine & Williams 1985).
lz <- function(x, items, theta) {
  p <- lapply(items, chances, theta)
  m <- sapply(p, function(p) sum(p * log(p))); v <- sapply(p, function(p) sum(p * log(p)^2) - sum(p * log(p))^2)
  (sum(mapply(function(p, x) log(p[x + 1]), p, x)) - sum(m)) / sqrt(sum(v))
}
show('lz of persons 1 2 5', sapply(c(1, 2, 5), function(i) lz(yes[i, ], rasch, ability[i])))
show('lz, partial credit', sapply(c(1, 2, 5), function(i) lz(steps[i, ], credit, ability2[i])))

# S-X2 (Orlando & Thissen 2000; Kang & Chen 2008) with abilities N(-.2, 1.4^2): chance of the category given the score.
# Merged from both ends inwards, then to the right, until every expected count is 1 or more.
mu <- -.2; sigma <- 1.4; node <- seq(mu - 9 * sigma, mu + 9 * sigma, length = 601); weight <- dnorm(node, mu, sigma)
sums <- function(p) Reduce(function(d, p) { r <- numeric(length(d) + length(p) - 1)
  for (k in seq_along(p)) r[k - 1 + seq_along(d)] <- r[k - 1 + seq_along(d)] + p[k] * d; r }, p, 1)
sx2 <- function(x, items, j) {
  top <- length(items[[j]]); most <- length(unlist(items)); joint <- matrix(0, most + 1, top + 1)
  for (q in seq_along(node)) {
    p <- lapply(items, chances, node[q]); rest <- sums(p[-j])
    for (k in 0:top) joint[k + seq_along(rest), k + 1] <- joint[k + seq_along(rest), k + 1] + weight[q] * p[[j]][k + 1] * rest
  }
  score <- rowSums(x); seen <- t(sapply(1:(most - 1), function(s) tabulate(x[score == s, j] + 1, top + 1)))
  due <- (joint / rowSums(joint))[2:most, ] * rowSums(seen); keep <- rowSums(seen) > 0; seen <- seen[keep, ]; due <- due[keep, ]
  merge <- function(a) { seen[a, ] <<- seen[a, ] + seen[a + 1, ]; due[a, ] <<- due[a, ] + due[a + 1, ]
    seen <<- seen[-(a + 1), ]; due <<- due[-(a + 1), ] }
  while (any(due[1, ] < 1)) merge(1)
  while (any(due[nrow(due), ] < 1)) merge(nrow(due) - 1)
  a <- 2; while (a < nrow(due)) if (any(due[a, ] < 1)) merge(a) else a <- a + 1
  statistic <- sum((seen - due)^2 / due); df <- nrow(due) * top - top
  c(statistic, df, pchisq(statistic, df, lower.tail = FALSE))
}
show('S-X2, df, p: S1WantCurse', sx2(yes, rasch, 1)); show('  S2WantShout', sx2(yes, rasch, 11))
show('S-X2 partial credit: S1DoCurse', sx2(steps, credit, 2))

# Expected abilities under the same population, and reliabilities (Adams 2005).
posterior <- function(x, items) { l <- weight; for (j in seq_along(items)) l <- l * sapply(node, function(t) chances(items[[j]], t)[x[j] + 1])
  m <- sum(l * node) / sum(l); c(m, sqrt(sum(l * (node - m)^2) / sum(l))) }
post <- apply(steps, 1, posterior, items = credit)
show('EAP and its SD of persons 1 and 2, partial credit', post[, 1:2])
show('EAP reliability', var(post[1, ]) / (var(post[1, ]) + mean(post[2, ]^2)))

# Subscores (Haberman 2008): wanting as part of all.
alpha <- function(x) ncol(x) / (ncol(x) - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
subscore <- function(part) {
  s <- rowSums(steps[, part]); x <- rowSums(steps); r <- alpha(steps[, part]); rx <- alpha(steps)
  true.s <- r * var(s); true.x <- rx * var(x)
  both <- sum(cov(steps)[part, ]) - (1 - r) * var(s)                      # covariance of the true scores
  total <- both^2 / (true.s * true.x) * rx
  tau <- (sqrt(total) - sqrt(r) * cor(s, x)) / (1 - cor(s, x)^2)
  c(r, total, r + tau^2 * (1 - cor(s, x)^2))
}
show('PRMSE of wanting: from subscore, total, both', subscore(grep('Want', colnames(steps))))
show('PRMSE of shouting', subscore(grep('Shout', colnames(steps))))

# Skills given totals (dexter profile), by counting: expected points on wanting for totals 6, 12, 20.
want <- grep('Want', colnames(steps)); inside <- sums(lapply(rasch[want], chances, 0)); outside <- sums(lapply(rasch[-want], chances, 0))
given <- function(s) { k <- max(0, s - 12):min(12, s); w <- inside[k + 1] * outside[s - k + 1]; m <- sum(k * w) / sum(w); c(m, sum(k^2 * w) / sum(w) - m^2) }
show('expected points on wanting and variance at totals 6 12 20', sapply(c(6, 12, 20), given))

# DIF by logistic regression (Swaminathan & Rogers 1990), men as focal group.
dif <- function(j) {
  score <- rowSums(yes); g <- function(f) glm(f, binomial, control = glm.control(epsilon = 1e-14))
  fits <- list(g(yes[, j] ~ 1), g(yes[, j] ~ score), g(yes[, j] ~ score + man), g(yes[, j] ~ score * man)); l <- sapply(fits, logLik)
  r2 <- function(k) (1 - exp(2 * (l[1] - l[k]) / 316)) / (1 - exp(2 * l[1] / 316))
  c(2 * diff(l[2:3]), coef(fits[[3]])[['manTRUE']], 2 * diff(l[3:4]), 2 * (l[4] - l[2]), r2(4) - r2(2))
}
show('logistic DIF S2WantShout: uniform, effect, non-uniform, both, R2', dif(11)); show('  S2DoCurse', dif(8))

# DIF by Mantel-Haenszel, men as focal group: chi-square and error of delta from R's own test.
mh <- function(j) {
  t <- table(factor(yes[, j], levels = 1:0), factor(man, levels = c(FALSE, TRUE)), rowSums(yes))
  m <- mantelhaen.test(t[, , apply(t, 3, function(s) sum(s) > 1 && all(colSums(s) > 0))])
  c(m$statistic, 2.35 * diff(log(m$conf.int)) / (2 * qnorm(.975)))
}
show('DIF errors of delta: S2WantShout, S2DoCurse, S3DoShout', sapply(c(11, 8, 18), mh)[2, ], 4)
show('DIF chi-square: S3WantCurse, S3DoShout', sapply(c(13, 18), mh)[1, ])

# Latent regression of ability on being a man, items known.
table <- sapply(node, function(t) apply(yes, 1, function(x) prod(mapply(function(i, x) chances(i, t)[x + 1], rasch, x))))
minus <- function(b) { m <- b[1] + b[2] * man
  -sum(log(sapply(1:316, function(i) sum(table[i, ] * dnorm(node, m[i], exp(b[3]))) * diff(node[1:2])))) }
o <- optim(c(0, 0, 0), minus, method = 'BFGS', control = list(reltol = 1e-15, maxit = 500))
show('latent regression: intercept, man, sd, log-likelihood', c(o$par[1:2], exp(o$par[3]), -o$value), 5)

# Linking error: leaving out one common item after the other (Monseur & Berezner 2007), mean-sigma, items of METHODS.
b1 <- c(-1.5, -1, -.5, 0, .3, .8, 1.2, 1.8); b2 <- c(-1.3, -.9, -.3, .3, .6, 1.1, 1.7, 2.2)
line <- function(i) { A <- sd(b2[i]) / sd(b1[i]); c(A, mean(b2[i]) - A * mean(b1[i])) }
left <- sapply(1:8, function(j) line(-j)); jack <- function(x) sqrt(7 / 8 * sum((x - mean(x))^2))
show('linking error by mean-sigma: slope, shift', apply(left, 1, jack))

# Haebara and Stocking-Lord for items of several categories: all categories, and expected points; 30 Gauss-Hermite nodes.
a1 <- c(.8, 1.2, 1, 1.4, .9); from <- list(c(-1, 0, .4), .2, c(-.5, .6), .8, c(1, 1.4))
a2 <- c(.75, 1.1, .95, 1.2, .8); to <- list(c(-.8, .1, .7), .5, c(-.4, .8), 1.1, c(1.1, 1.9))
jacobi <- matrix(0, 30, 30); jacobi[cbind(1:29, 2:30)] <- jacobi[cbind(2:30, 1:29)] <- sqrt(1:29); gh <- eigen(jacobi)
kinds <- list(gpcm = function(a, b, t) { e <- exp(cumsum(c(0, a * (t - b)))); e / sum(e) }, graded = function(a, b, t) -diff(c(1, plogis(a * (t - b)), 0)))
for (kind in names(kinds)) {
  P <- kinds[[kind]]
  gap <- function(p, j, t) P(a2[j], to[[j]], t) - P(a1[j] / p[1], p[1] * from[[j]] + p[2], t)
  losses <- list(Haebara = function(p, t) sum(sapply(1:5, function(j) sum(gap(p, j, t)^2))),
    'Stocking-Lord' = function(p, t) sum(sapply(1:5, function(j) { d <- gap(p, j, t); sum((seq_along(d) - 1) * d) }))^2)
  for (name in names(losses)) show(paste(name, kind), optim(c(1, 0), function(p)
    sum(sapply(1:30, function(q) gh$vectors[1, q]^2 * losses[[name]](p, gh$values[q]))), method = 'BFGS', control = list(reltol = 1e-15, ndeps = c(1e-5, 1e-5)))$par)
}

# Rubin's rules (1987).
q <- c(.52, .47, .55, .49, .60); u <- c(.010, .012, .011, .009, .010); m <- 5; B <- var(q); V <- mean(u) + (1 + 1 / m) * B
show('Rubin: estimate, error, df', c(mean(q), sqrt(V), (m - 1) * (1 + mean(u) / ((1 + 1 / m) * B))^2))
