"""How do the phrases of a sentence hang together, and where may it be cut?"""
