# Makes fixtures/few-groups.json (data) and prints the values that the tests of the weak prior quote: the likelihood times |Σ|^½, maximised directly over all
# variances by Nelder and Mead with the n × n covariance of the response written out.
# Run: Rscript packages/statistics/reference/weak-prior.R from the root of the repository.
# Data: Dyestuff, Dyestuff2 and sleepstudy of the R package lme4 1.1. Values computed with R 4.2.2.
suppressMessages(library(lme4))
penalised <- function(y, X, Z, g, REML) {
  q <- ncol(Z); same <- outer(g, g, '==')
  parts <- function(par) {
    L <- diag(exp(par[1:q]), q); if (q == 2) L[2, 1] <- par[4]
    S <- L %*% t(L); V <- (Z %*% S %*% t(Z)) * same + diag(exp(2 * par[q + 1]), length(y))
    W <- solve(V); P <- t(X) %*% W %*% X; b <- solve(P, t(X) %*% W %*% y); r <- y - X %*% b
    d <- c(determinant(V)$modulus + t(r) %*% W %*% r + (length(y) - REML * ncol(X)) * log(2 * pi) + REML * determinant(P)$modulus)
    list(S = S, within = exp(2 * par[q + 1]), deviance = d, b = b, se = sqrt(diag(solve(P))), u = S %*% t(Z[g == g[1], , drop = FALSE]) %*% (W %*% r)[g == g[1]])
  }
  f <- function(par) { p <- parts(par); p$deviance - c(determinant(p$S)$modulus) }
  par <- c(rep(log(sd(y) / 3), q), log(sd(y) / 2), if (q == 2) 0)
  for (round in 1:20) par <- optim(par, f, control = list(reltol = 1e-16, maxit = 5000, parscale = pmax(1, abs(par))))$par
  p <- parts(par)
  cat(if (REML) 'REML' else 'ML', 'between', format(p$S, digits = 9), 'within', format(p$within, digits = 9), 'deviance', format(p$deviance, digits = 10),
    'b', format(p$b, digits = 9), 'se', format(p$se, digits = 9), 'first group', format(p$u, digits = 7), '\n')
}
one <- matrix(1, 30, 1)
row <- function(x) paste0('[', paste(x, collapse = ','), ']')
writeLines(paste0('{"dyestuff":', row(Dyestuff$Yield), ',\n"dyestuff2":', row(Dyestuff2$Yield), ',\n"reactions":', row(sleepstudy$Reaction[1:60]), '}'),
  'packages/statistics/fixtures/few-groups.json')
for (d in list(Dyestuff, Dyestuff2)) for (REML in c(TRUE, FALSE)) penalised(d$Yield, one, one, as.integer(d$Batch), REML)
s <- sleepstudy[1:60, ]
for (REML in c(TRUE, FALSE)) penalised(s$Reaction, cbind(1, s$Days), cbind(1, s$Days), as.integer(s$Subject), REML)
