"""The invented targets of the sample: of the region and of every post, what was reached, teams, hundred days."""
