"""Which clauses report an event on a date, and which only hold a date?"""
