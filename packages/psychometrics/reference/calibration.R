# The calls behind the reference numbers of src/conformance that name mirt 1.45, eRm 1.0 or difR 5.1. Debian carries
# only eRm of these, so nothing here runs with the tests. The data are those of ../fixtures.
library(mirt); library(psychotools); data(VerbalAggression)
lsat6 <- expand.table(LSAT6)
fit <- function(data, type, ...) mirt(data, 1, type, SE = TRUE, SE.type = 'Oakes', TOL = 1e-10, quadpts = 121,
  technical = list(theta_lim = c(-8, 8), NCYCLES = 5000), ...)
two <- fit(lsat6, '2PL'); rasch <- fit(lsat6, 'Rasch')
print(coef(two, simplify = TRUE)); print(coef(rasch, simplify = TRUE)); print(logLik(two)); print(logLik(rasch))
print(fscores(rasch, method = 'WLE', full.scores = FALSE))
resp <- VerbalAggression$resp; resp2 <- VerbalAggression$resp2
for (type in c('Rasch', 'gpcm', 'graded')) print(logLik(fit(resp, type)))
print(logLik(fit(resp2, '2PL'))); print(logLik(fit(resp2, 'Rasch')))
booklets <- resp2
booklets[seq(1, 316, 2), 15:24] <- NA
booklets[seq(2, 316, 2), 1:10] <- NA
print(logLik(fit(booklets, 'Rasch')))
library(eRm); print(RM(resp2)); print(LRtest(RM(resp2), splitcr = 'mean')); print(PCM(resp))
library(difR)
print(difMH(as.data.frame(resp2), VerbalAggression$gender, focal.name = 'male', purify = FALSE))
print(difMH(as.data.frame(resp2), VerbalAggression$gender, focal.name = 'male', purify = TRUE))
