"""What can be compared of what a clause tells: its kind, place, people and numbers?"""
