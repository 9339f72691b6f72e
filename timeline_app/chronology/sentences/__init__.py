"""Which sentences has an article, of which words, and which of their clauses holds a date?"""
