"""Which day is it? Day numbers to and from the Gregorian and the Hijri calendar, and weekdays."""
