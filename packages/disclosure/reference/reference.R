# Reference values for the conformance table. Run with: Rscript reference/reference.R (R 4.2.2, base only)
options(digits = 10)

# Greatest entropy with mean 0 and a variance: p ~ exp(a x + b x^2), by minimising the convex dual.
greatest_entropy <- function(x, variance) {
  dual <- function(l) log(sum(exp(l[1] * x + l[2] * (x^2 - variance))))
  slope <- function(l) {
    p <- exp(l[1] * x + l[2] * (x^2 - variance))
    p <- p / sum(p)
    c(sum(p * x), sum(p * (x^2 - variance)))
  }
  l <- optim(c(0, 0), dual, slope, method = "BFGS", control = list(reltol = 1e-16, maxit = 1000))$par
  p <- exp(l[1] * x + l[2] * (x^2 - variance))
  p / sum(p)
}
cat("D 2, V 1, large counts:", format(greatest_entropy(-2:2, 1), digits = 6), "\n")
cat("D 2, V 1, count 1:", format(greatest_entropy(-1:2, 1), digits = 6), "\n")
cat("D 5, V 3, js 2, count 3:", format(greatest_entropy(c(-3, 0:5), 3), digits = 6), "\n")
cat("D 11, V 12.1, js 3, count 3:", format(greatest_entropy(c(-3, 1:11), 12.1)[1:6], digits = 6), "\n")
