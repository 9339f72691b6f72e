"""Which days do the words mean? Expressions and anchors to date ranges, with the steps that led there."""
