# Numbers that the tests hold the package against; R 4.2.2.
# Worked example of cohort survival: ratios of K to 1 and 1 to 2, mean and pooled.
pupils <- rbind(c(100, 90, 80), c(110, 95, 88), c(120, 99, 91))
ratios <- pupils[-1, -1] / pupils[-3, -3]
print(colMeans(ratios), digits = 7)
print(colSums(pupils[-1, -1]) / colSums(pupils[-3, -3]), digits = 7)
