-- What a criterion looks like when it is not reached, partly reached and reached: in this order, none or three.
ALTER TABLE "criterion_text" ADD COLUMN "levels" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE criterion_text ADD CONSTRAINT criterion_text_levels CHECK (cardinality(levels) IN (0, 3));
