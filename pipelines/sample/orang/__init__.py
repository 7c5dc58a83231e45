"""The invented people of the sample: who they are, which posts they held, what their SKP says, and their files."""
