"""To which event does a passage without a date belong?"""
