"""What does Arabic text consist of? Folding with an offset map, tokens, sentences, numbers, the lexicon."""
