# Writes ../fixtures/*.json from data that Debian's R packages carry.
# apt-get install r-cran-psychotools r-cran-psych r-cran-mlmrev r-cran-quantreg; Rscript fixtures.R
library(psychotools)
data(VerbalAggression)
resp <- VerbalAggression$resp
stopifnot(identical(dim(resp), c(316L, 24L)))
quoted <- function(x) paste0('"', x, '"', collapse = ', ')
row <- function(m) apply(m, 1, paste0, collapse = '')
cat('{\n',
  '  "source": "psychotools::VerbalAggression, De Boeck & Wilson (2004); 316 persons, 24 items, 0/1/2",\n',
  '  "items": [', quoted(colnames(resp)), '],\n',
  '  "gender": "', paste0(ifelse(VerbalAggression$gender == 'male', 'm', 'f'), collapse = ''), '",\n',
  '  "persons": [\n    ', paste0('"', row(resp), '"', collapse = ',\n    '), '\n  ]\n}\n',
  sep = '', file = '../fixtures/verbal-aggression.json')
library(psych)
data(bock)
cat(colnames(lsat6), dim(lsat6), colnames(lsat7), dim(lsat7), '\n')
table6 <- table(row(as.matrix(lsat6))); table7 <- table(row(as.matrix(lsat7)))
patterns <- function(t) paste0('"', names(t), '": ', as.integer(t), collapse = ', ')
cat('{\n  "source": "psych::bock, Bock & Lieberman (1970); 1000 persons, 5 items, pattern: frequency",\n',
  '  "lsat6": { ', patterns(table6), ' },\n  "lsat7": { ', patterns(table7), ' }\n}\n',
  sep = '', file = '../fixtures/lsat.json')
library(mlmRev)
data(Exam)
numbers <- function(x) paste0(formatC(x, digits = 15, format = 'g', width = 1), collapse = ', ')
cat('{\n  "source": "mlmRev::Exam, Goldstein et al. (1993); 4059 pupils, 65 schools",\n',
  '  "school": [', paste0(as.integer(Exam$school), collapse = ','), '],\n',
  '  "prior": [', numbers(Exam$standLRT), '],\n  "score": [', numbers(Exam$normexam), ']\n}\n',
  sep = '', file = '../fixtures/exam.json')
