"""Commands that are broken off: a campaign of kills, and tests of whatever else may stop a run."""
