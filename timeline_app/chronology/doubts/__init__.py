"""Where do sources contradict themselves, or each other?"""
