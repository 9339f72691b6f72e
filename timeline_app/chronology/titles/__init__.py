"""What would an editor call what a sentence tells?"""
