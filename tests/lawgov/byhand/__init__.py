"""The law reckoned a second time, by somebody who never saw the clock: it imports nothing of it.

The notices are typed from their text, the terms from the articles, and every term is walked day
by day as a clerk would on a wall calendar. What the clock computes by formula is found here by
counting, so that one mistake is not made twice.
"""
