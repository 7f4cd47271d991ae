# Prints the values that the tests of Fisher, Freeman and Halton, chi-square, Hedges and Goldstein–Healy quote.
# Run: Rscript packages/statistics/reference/comparisons.R   (base R only; values computed with R 4.2.2)
options(digits=15)
for(m in list(c(3,1,1,3),c(10,2,3,15),c(0,5,4,3),c(7,0,2,6),c(120,80,90,130),c(1,9,11,3))) {f<-fisher.test(matrix(m,2,byrow=TRUE)); cat(m,format(c(f$p.value,f$estimate,f$conf.int),digits=15),"\n")}
x<-chisq.test(rbind(c(12,7,9),c(5,14,20)),correct=FALSE); cat(x$statistic,x$p.value,min(x$expected),"\n"); x<-chisq.test(rbind(c(12,7),c(5,14)));cat(format(c(x$statistic,x$p.value),digits=15),"\n"); x<-chisq.test(rbind(c(3,3),c(4,3)));cat(x$statistic,x$p.value,"\n")
J<-function(m) exp(lgamma(m/2)-lgamma((m-1)/2))/sqrt(m/2); d<-J(38)*(103-95)/sqrt((19*14^2+19*16^2)/38); cat(format(c(d,sqrt(40/400+d^2/80)),digits=15),"\n")
for(m in list(rbind(c(1,3,10,6),c(2,3,10,7),c(1,6,14,12),c(0,1,9,11)),rbind(c(0,7,0,0,0,0,0,1,1),c(1,1,1,1,1,1,1,0,0),c(0,8,0,0,0,0,0,0,0)),rbind(c(60,30,10),c(20,30,50)),rbind(c(1,8,2),c(4,4,8),c(5,0,2)))) cat(format(fisher.test(m)$p.value,digits=15),"\n")
# Goldstein & Healy (1995): the factor at which pairs of intervals lie apart with a mean chance of 5 %.
z<-function(s) {p<-combn(s,2); r<-(p[1,]+p[2,])/sqrt(p[1,]^2+p[2,]^2); uniroot(function(z) mean(2*pnorm(-z*r))-.05,c(1,2),tol=1e-15)$root}
cat(format(c(z(c(1,2,4)),z(c(.05,.08,.1,.1,.25))),digits=15),"\n")
