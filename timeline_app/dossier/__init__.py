"""What stands after the editor's decisions? Analysis and decisions folded into one state, with history."""
