"""What happened, once each? Sentences to mentions, mentions to events across articles, contradictions."""
